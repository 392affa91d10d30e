import { type NowPageQuery } from '../generated/documents.ts';
import { type Text } from '../i18n/use-text.ts';
import { nodesPath } from '../nodes/node-address.ts';

export type AttentionItem = NowPageQuery['now']['attention'][number];

/** What waits, in a sentence, and where its verb leads: to exactly what the item counts. */
export function describeAttention(item: AttentionItem, t: Text): { readonly title: string; readonly verb: string; readonly path: string } {
  const { kind, count, subject, campaign } = item;
  const smart_count = count ?? 0;
  const named = subject ?? '';
  const verb = t(`now.attention.${kind}.verb`);
  const campaignPath = campaign === null ? '/campaigns' : `/campaigns/${campaign.id}`;
  const members = { campaign: campaign?.id ?? null };
  switch (kind) {
    case 'APPROVAL_WAITING': return { title: t(`now.attention.${kind}.title`), verb, path: campaign === null ? '/approvals' : `/approvals/${campaign.id}` };
    case 'CAMPAIGN_HALTED': case 'GATE_INCONCLUSIVE': case 'START_WAITING': return { title: t(`now.attention.${kind}.title`), verb, path: campaignPath };
    case 'RUNS_OVERDUE': return { title: t(`now.attention.${kind}.title`, { smart_count }), verb, path: campaignPath };
    case 'NODES_QUARANTINED': return { title: t(`now.attention.${kind}.title`, { smart_count }), verb, path: nodesPath({ ...members, flags: ['quarantined'] }) };
    case 'NODES_UNREACHABLE': return { title: t(`now.attention.${kind}.title`, { smart_count }), verb, path: nodesPath({ ...members, states: ['UNREACHABLE'] }) };
    case 'RUNS_BLOCKED': return { title: t(`now.attention.${kind}.title`, { smart_count }), verb, path: nodesPath({ ...members, runStates: ['BLOCKED'] }) };
    case 'NODES_MISSING': return { title: t(`now.attention.${kind}.title`, { smart_count }), verb, path: nodesPath({ flags: ['missing'] }) };
    case 'SITE_UNATTENDED': return { title: t(`now.attention.${kind}.title`, { subject: named }), verb, path: nodesPath({ sites: [named] }) };
    case 'DRIVER_STUCK': return { title: t(`now.attention.${kind}.title`, { subject: named }), verb, path: campaignPath };
    case 'TOKEN_ENDS': return { title: t(`now.attention.${kind}.title`, { subject: named }), verb, path: '/settings/tokens' };
  }
}
