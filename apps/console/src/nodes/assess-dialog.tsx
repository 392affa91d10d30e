import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { useVerb } from '../data/use-verb.ts';
import { NodesAssessDocument, TargetProfileChoicesDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { VerbDialog } from '../kit/verb-dialog.tsx';
import { type NodeSelection, selectionCount, selectionFilter } from './node-selection.ts';

/** Read-only, but it reaches every node: asks once, and fails when the selection has changed meanwhile. */
export function AssessDialog({ selection, onClose, onBatch }: { readonly selection: NodeSelection; readonly onClose: () => void; readonly onBatch: (batchId: string) => void }) {
  const t = useText();
  const notify = useNotify();
  const { data } = useAsk(TargetProfileChoicesDocument, {});
  const assess = useVerb(NodesAssessDocument);
  const [chosen, setChosen] = useState<string | null>(null);
  const targetProfileId = chosen ?? data?.targetProfiles[0]?.id ?? null;
  const count = selectionCount(selection);
  return (
    <VerbDialog
      title={t('nodes.assessTitle', { smart_count: count })} lead={t('nodes.assessLead')} confirm={t('nodes.assessConfirm')} keep={t('nodes.assessKeep')} reason="none" onClose={onClose}
      refusal={targetProfileId === null ? t('nodes.assessNoTarget') : null}
      onConfirm={async () => {
        const outcome = await assess.run({ filter: selectionFilter(selection), targetProfileId: targetProfileId ?? '', expectedCount: count });
        if (outcome.kind === 'done' && outcome.payload.batch !== null) {
          notify(t('nodes.assessDone', { smart_count: outcome.payload.batch.nodes }), { type: 'info' });
          onBatch(outcome.payload.batch.id);
        }
        return outcome;
      }}
    >
      <label className="field-label"><span>{t('nodes.assessTarget')}</span>
        <select className="field" value={targetProfileId ?? ''} onChange={(event) => { setChosen(event.target.value); }}>{data?.targetProfiles.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>
      </label>
    </VerbDialog>
  );
}
