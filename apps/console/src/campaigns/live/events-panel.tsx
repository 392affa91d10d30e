import { Link } from 'react-router-dom';
import { useAsk } from '../../data/use-ask.ts';
import { CampaignEventsDocument } from '../../generated/documents.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useSaidText } from '../../i18n/use-said.ts';
import { useText } from '../../i18n/use-text.ts';
import { Asked } from '../../kit/asked.tsx';
import { AuditReason } from '../../kit/audit-reason.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Moment } from '../../kit/moment.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useMe } from '../../session/use-me.ts';
import { foldEvents } from './fold-events.ts';

const eventsShown = 10;

/** Who did what to this campaign, newest first, from the audit. */
export function EventsPanel({ campaignId, version }: { readonly campaignId: string; readonly version: number }) {
  const t = useText();
  const codeText = useCodeText();
  const saidText = useSaidText();
  const { may, me } = useMe();
  const allowed = may('audit:read');
  const asked = useAsk(CampaignEventsDocument, { id: campaignId }, { enabled: allowed, everySeconds: 20 });
  return (
    <Panel heading={t('campaigns.events.heading')} span={12} footer={allowed ? <Link to={`/audit?objectId=${campaignId}`}>{t('campaigns.events.all')}</Link> : undefined}>
      {me !== null && !allowed ? <EmptyState title={t('campaigns.events.hidden')} /> : (
        <Asked of={asked} key={version}>
          {({ audit }) => audit.nodes.length === 0 ? <EmptyState title={t('campaigns.events.nothing')} /> : (
            <ul className="panel-list">
              {foldEvents(audit.nodes).slice(0, eventsShown).map((event) => <li key={event.seq}><span className="muted nowrap event-time"><Moment at={event.at} /></span><span className="nowrap" title={event.action}>{codeText('auditAction', event.action)}{event.times === 1 ? null : <span className="muted"> × {event.times}</span>}</span><span className="grow cut" title={event.reason === null ? undefined : saidText(event.reason, event.sentence)} translate={event.sentence === null ? 'no' : undefined}><AuditReason event={event} /></span><span className="muted nowrap">{event.actor}</span></li>)}
            </ul>
          )}
        </Asked>
      )}
    </Panel>
  );
}
