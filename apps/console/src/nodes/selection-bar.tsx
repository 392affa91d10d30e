import { type Api } from '@skein/client';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '../data/api-context.tsx';
import { useText } from '../i18n/use-text.ts';
import { saveAddress } from '../kit/save-file.ts';
import { VerbButton } from '../kit/verb-button.tsx';
import { useStartRefusal } from '../live/use-start-refusal.ts';
import { useMe } from '../session/use-me.ts';
import { AssessDialog } from './assess-dialog.tsx';
import { campaignPath, fitsCampaign, namedNodesMax } from './campaign-from-selection.ts';
import { type NodeAddress } from './node-address.ts';
import { exportFilter, type NodeSelection, noSelection, selectionCount, selectMatching } from './node-selection.ts';

interface SelectionBarProps {
  readonly address: NodeAddress;
  readonly total: number;
  readonly selection: NodeSelection;
  readonly onSelection: (selection: NodeSelection) => void;
  readonly onBatch: (batchId: string) => void;
}

const assessMax = 10_000;

/** What is chosen, and what can be done with it: with all that match by their filter, not by what happens to be loaded. */
export function SelectionBar({ address, total, selection, onSelection, onBatch }: SelectionBarProps) {
  const t = useText();
  const navigate = useNavigate();
  const api: Api = useApi();
  const { me, may } = useMe();
  const stale = useStartRefusal();
  const [assessing, setAssessing] = useState(false);
  const chosen = selectionCount(selection);
  const nothing = chosen === 0 ? t('nodes.actNeedsSelection') : null;
  const permission = (name: string): string | null => (me !== null && !may(name) ? t('kit.permissionMissing', { permission: name }) : null);
  const draft = async (): Promise<void> => { await navigate(await campaignPath(api, selection, address)); };
  return (
    <div className="selection-bar">
      <span role="status">{selection.kind === 'matching' ? t('nodes.selectedAll', { count: selection.count }) : t('nodes.selected', { smart_count: chosen })}</span>
      {selection.kind === 'rows' && total > chosen && total > 0 ? <VerbButton kind="plain" small onClick={() => { onSelection(selectMatching(address, total)); }}>{t('nodes.selectAll', { count: total })}</VerbButton> : null}
      {chosen === 0 ? null : <VerbButton kind="plain" small onClick={() => { onSelection(noSelection); }}>{t('nodes.selectionDrop')}</VerbButton>}
      <span className="grow" />
      <VerbButton small disabledReason={nothing ?? permission('campaign:draft') ?? stale ?? (chosen > assessMax ? t('nodes.assessTooMany') : null)} onClick={() => { setAssessing(true); }}>{t('nodes.assess')}</VerbButton>
      <VerbButton small icon="download" disabledReason={nothing} onClick={() => { saveAddress('nodes.csv', '/exports/nodes.csv', { filter: JSON.stringify(exportFilter(selection, address)) }); }}>{t('nodes.export')}</VerbButton>
      <VerbButton small icon="plus" disabledReason={nothing ?? permission('campaign:draft') ?? (fitsCampaign(selection, address) ? null : t('nodes.newCampaignTooMany', { count: namedNodesMax }))} onClick={() => { void draft(); }}>{t('nodes.newCampaign')}</VerbButton>
      {assessing ? <AssessDialog selection={selection} onClose={() => { setAssessing(false); }} onBatch={onBatch} /> : null}
    </div>
  );
}
