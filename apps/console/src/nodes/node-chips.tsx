import { useAsk } from '../data/use-ask.ts';
import { CampaignPageDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { Icon } from '../kit/icon.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { firstNodes, type NodeAddress, nodeSearch } from './node-address.ts';

/** Narrowings that have no facet of their own: each can be taken away. */
export function NodeChips({ address, onChange }: { readonly address: NodeAddress; readonly onChange: (parts: Partial<NodeAddress>) => void }) {
  const t = useText();
  const { data } = useAsk(CampaignPageDocument, { id: address.campaign ?? '' }, { enabled: address.campaign !== null });
  const narrowed = nodeSearch({ ...address, sort: firstNodes.sort, page: 1 }) !== '';
  if (!narrowed) return null;
  const chips = [
    ...(address.campaign === null ? [] : [{ name: t('nodes.campaignChip', { name: data?.campaign?.name ?? address.campaign.slice(0, 8) }), parts: { campaign: null } }]),
    ...(address.domain === null ? [] : [{ name: t('nodes.domainChip', { name: address.domain }), parts: { domain: null } }]),
    ...address.runStates.map((state) => ({ name: t('nodes.runStateChip', { state: t(`words.runState.${state}`) }), parts: { runStates: address.runStates.filter((one) => one !== state) } })),
  ];
  return (
    <div className="flex wrap" style={{ marginBottom: 10 }}>
      {chips.map(({ name, parts }) => <span key={name} className="filter-chip">{name}<button type="button" aria-label={t('nodes.removeChip', { name })} onClick={() => { onChange(parts); }}><Icon name="close" size={14} /></button></span>)}
      <VerbButton kind="plain" small onClick={() => { onChange(firstNodes); }}>{t('nodes.clearAll')}</VerbButton>
    </div>
  );
}
