import { useState } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { useVerb } from '../data/use-verb.ts';
import { BudgetSaveDocument, SettingsBudgetsDocument, type SettingsBudgetsQuery } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Panel } from '../kit/panel.tsx';
import { StateTile } from '../kit/state-tile.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { VerbDialog } from '../kit/verb-dialog.tsx';
import { TextField } from './form-field.tsx';
import { usePermissionRefusal } from './use-permission.ts';

type Budget = SettingsBudgetsQuery['budgets']['nodes'][number];

const rowsPerPage = 100;

/** How many nodes of a failure domain may be away at once, whatever the cause. */
export function BudgetsSection() {
  const t = useText();
  const { count } = useFormats();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const after = cursors.at(-1);
  const budgets = useAsk(SettingsBudgetsDocument, { page: { first: rowsPerPage, ...(after === undefined ? {} : { after }) } }, { everySeconds: 10, keepPrevious: true });
  const refusal = usePermissionRefusal('inventory:write');
  const [open, setOpen] = useState<{ readonly budget: Budget | null } | null>(null);
  return (
    <>
      <Panel heading={t('settings.budgets.title')} subline={t('settings.budgets.lead')} className="cards" tools={<VerbButton small icon="plus" disabledReason={refusal} onClick={() => { setOpen({ budget: null }); }}>{t('settings.budgets.create')}</VerbButton>}>
        <Asked of={budgets}>
          {({ budgets: { nodes, pageInfo } }) => (nodes.length === 0 ? <EmptyState title={t('settings.budgets.none')} next={t('settings.budgets.noneNext')} /> : (
            <>
              <DataTable
                caption={t('settings.budgets.title')} rows={nodes} rowId={(row) => row.domain} rowName={(row) => row.domain}
                columns={[
                  { id: 'domain', title: t('settings.budgets.domain'), cell: (row) => <span className="mono strong">{row.domain}</span>, fullText: (row) => row.domain },
                  { id: 'away', title: t('settings.budgets.away'), number: true, width: 170, cell: (row) => <span className="flex" style={{ justifyContent: 'inherit' }}>{row.unavailableNow > row.unavailableMax ? <StateTile stateClass="ATTENTION" /> : null}<span><span className="in-card">{t('settings.budgets.away')} </span>{t('settings.budgets.of', { now: count(row.unavailableNow), max: count(row.unavailableMax) })}</span></span> },
                  { id: 'nodes', title: t('settings.sites.nodes'), number: true, width: 90, cell: (row) => <><span className="in-card">{t('settings.sites.nodes')} </span>{count(row.nodeCount)}</> },
                  { id: 'actions', title: t('settings.actions'), number: true, width: 110, cell: (row) => <VerbButton small disabledReason={refusal} onClick={() => { setOpen({ budget: row }); }}>{t('settings.change')}</VerbButton> },
                ]}
              />
              <nav className="flex" style={{ padding: '6px 12px', justifyContent: 'flex-end' }} aria-label={t('kit.pages')}>
                <VerbButton small icon="left" disabledReason={cursors.length === 0 ? t('kit.firstPageAlready') : null} onClick={() => { setCursors(cursors.slice(0, -1)); }}>{t('kit.previousPage')}</VerbButton>
                <VerbButton small icon="right" disabledReason={pageInfo.hasNextPage && pageInfo.endCursor !== null ? null : t('kit.lastPageAlready')} onClick={() => { if (pageInfo.endCursor !== null) setCursors([...cursors, pageInfo.endCursor]); }}>{t('kit.nextPage')}</VerbButton>
              </nav>
            </>
          ))}
        </Asked>
      </Panel>
      {open === null ? null : <BudgetDialog budget={open.budget} onClose={() => { setOpen(null); }} />}
    </>
  );
}

function BudgetDialog({ budget, onClose }: { readonly budget: Budget | null; readonly onClose: () => void }) {
  const t = useText();
  const save = useVerb(BudgetSaveDocument);
  const [domain, setDomain] = useState(budget?.domain ?? '');
  const [max, setMax] = useState(budget === null ? '1' : String(budget.unavailableMax));
  const valid = /^\d{1,6}$/u.test(max);
  return (
    <VerbDialog title={budget === null ? t('settings.budgets.createTitle') : t('settings.budgets.changeTitle', { name: budget.domain })} lead={t('settings.budgets.dialogLead')} confirm={t('settings.save')} keep={t('settings.discard')} reason="none" refusal={domain.trim() === '' ? t('settings.budgets.domainMissing') : valid ? null : t('settings.budgets.maxWrong')} onConfirm={() => save.run({ domain: domain.trim(), unavailableMax: Number(max) })} onClose={onClose}>
      <div className="fields">
        {budget === null ? <TextField label={t('settings.budgets.domain')} value={domain} onChange={setDomain} hint={t('settings.budgets.domainHint')} mono autoFocus /> : null}
        <TextField label={t('settings.budgets.max')} type="number" value={max} onChange={setMax} hint={t('settings.budgets.maxHint')} />
      </div>
    </VerbDialog>
  );
}
