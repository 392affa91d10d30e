import { useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { useAsk } from '../../data/use-ask.ts';
import { CampaignListDocument, type CampaignListQuery, type CampaignRowFragment, CampaignStateCountsDocument } from '../../generated/documents.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { Asked } from '../../kit/asked.tsx';
import { countOf, totalOf } from '../../kit/bar-parts.ts';
import { type Column, DataTable, LeftTag } from '../../kit/data-table.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { campaignStateClass } from '../../kit/campaign-state-class.ts';
import { type HeldRows } from '../../kit/hold-rows.ts';
import { ListChanged } from '../../kit/list-changed.tsx';
import { MiniLadder } from '../../kit/mini-ladder.tsx';
import { Moment } from '../../kit/moment.tsx';
import { Pager } from '../../kit/pager.tsx';
import { PastTheEnd } from '../../kit/past-the-end.tsx';
import { SavedViews } from '../../kit/saved-views.tsx';
import { StateChip } from '../../kit/state-chip.tsx';
import { useHeldRows } from '../../kit/use-held-rows.ts';
import { VerbButton } from '../../kit/verb-button.tsx';
import { useMe } from '../../session/use-me.ts';
import { Page } from '../../shell/page.tsx';
import '../campaigns.css';
import { useSay } from '../use-say.ts';
import { type CampaignListState, listSearch, listVariables, pageSize, readListState, stateGroupNames } from './campaign-list-state.ts';

const typingMilliseconds = 250;
const idOf = ({ id }: CampaignRowFragment): string => id;

/** All campaigns; filtered, sorted and paged by the api, and every state of the list is an address. */
export function CampaignListPage() {
  const t = useText();
  const navigate = useNavigate();
  const { me, may } = useMe();
  const [search, setSearch] = useSearchParams();
  const state = readListState(search);
  const asked = useAsk(CampaignListDocument, listVariables(state), { keepPrevious: true, everySeconds: 15 });
  const { held, refresh } = useHeldRows(asked.data?.campaigns.nodes, { of: listSearch(state), settled: !asked.isPlaceholderData, idOf });
  const show = (next: Partial<CampaignListState>): void => { setSearch(listSearch({ ...state, page: 1, ...next })); };
  const forbidden = me !== null && !may('campaign:draft') ? t('kit.permissionMissing', { permission: 'campaign:draft' }) : null;
  return (
    <Page title={t('campaigns.title')} actions={<VerbButton kind="primary" icon="plus" disabledReason={forbidden} onClick={() => { void navigate('/campaigns/new'); }}>{t('campaigns.list.new')}</VerbButton>}>
      <GroupLinks state={state} />
      <section className="panel" aria-label={t('campaigns.title')}>
        <ListChanged held={held} onRefresh={refresh} />
        <div className="list-filter" role="search" aria-label={t('campaigns.list.filter')}>
          <TextFilter key={state.text === '' ? 'empty' : 'filled'} text={state.text} onText={(text) => { show({ text }); }} />
          <select className="field" aria-label={t('campaigns.list.kind')} value={state.kind ?? ''} onChange={({ target: { value } }) => { show({ kind: value === '' ? null : (value as 'MIGRATE' | 'ROLLBACK') }); }}>
            <option value="">{t('campaigns.list.anyKind')}</option><option value="MIGRATE">{t('words.campaignKind.MIGRATE')}</option><option value="ROLLBACK">{t('words.campaignKind.ROLLBACK')}</option>
          </select>
          <span className="grow" />
          <SavedViews list="campaigns" path="/campaigns" search={listSearch({ ...state, page: 1 })} ready={[{ name: t('campaigns.list.all'), search: '' }]} />
        </div>
        <Asked of={asked} rows={6}>{({ campaigns }) => held === null ? null : <Rows campaigns={campaigns} held={held} state={state} onShow={show} />}</Asked>
      </section>
    </Page>
  );
}

function GroupLinks({ state }: { readonly state: CampaignListState }) {
  const t = useText();
  const { count } = useFormats();
  const { data } = useAsk(CampaignStateCountsDocument, {}, { everySeconds: 15 });
  const all = data === undefined ? null : stateGroupNames.reduce((sum, group) => sum + data[group].totalCount, 0);
  const link = (group: CampaignListState['group'], name: string, total: number | null) => (
    <Link key={group ?? 'all'} to={`?${listSearch({ ...state, group, page: 1 })}`} aria-current={state.group === group ? 'page' : undefined}>{name} <b>{total === null ? '' : count(total)}</b></Link>
  );
  return <nav className="tabs" aria-label={t('campaigns.list.groups')}>{link(null, t('campaigns.list.all'), all)}{stateGroupNames.map((group) => link(group, t(`campaigns.list.${group}`), data?.[group].totalCount ?? null))}</nav>;
}

/** Asks when the typing has stopped for a moment. */
function TextFilter({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const t = useText();
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => { onText(typed); }, typingMilliseconds);
    return () => { clearTimeout(timer); };
  }, [typed, text, onText]);
  return <input type="search" className="field" aria-label={t('campaigns.list.search')} placeholder={t('campaigns.list.search')} value={typed} onChange={(event) => { setTyped(event.target.value); }} />;
}

interface RowsProps {
  readonly campaigns: CampaignListQuery['campaigns'];
  readonly held: HeldRows<CampaignRowFragment>;
  readonly state: CampaignListState;
  readonly onShow: (next: Partial<CampaignListState>) => void;
}

function Rows({ campaigns, held: { rows, left }, state, onShow }: RowsProps) {
  const t = useText();
  const say = useSay();
  const columns = useColumns();
  if (rows.length === 0 && state.page > 1 && campaigns.totalCount > 0) return <PastTheEnd total={campaigns.totalCount} perPage={pageSize} onPage={(page) => { onShow({ page }); }} />;
  if (rows.length === 0) {
    return state.group === null && state.text === '' && state.kind === null
      ? <EmptyState title={t('campaigns.list.empty')} next={t('campaigns.list.emptyStep')} command="skein campaign apply -f campaign.yaml"><p style={{ marginTop: 10 }}><Link to="/campaigns/new">{t('campaigns.list.new')}</Link></p></EmptyState>
      : <EmptyState title={t('campaigns.list.noneMatches')} next={t('campaigns.list.noneMatchesStep')}><p><Link to="/campaigns">{t('campaigns.list.clear')}</Link></p></EmptyState>;
  }
  return (
    <>
      <div className="from-tablet campaign-rows"><DataTable caption={say({ key: 'campaigns.list.summary', values: { count: campaigns.totalCount } })} rows={rows} left={left} columns={columns} rowId={({ id }) => id} rowName={({ name }) => name} sort={state.sort} onSort={(sort) => { onShow({ sort }); }} /></div>
      <ul className="campaign-cards phone-only">
        {rows.map((row) => <li key={row.id}><Link to={`/campaigns/${row.id}`}><span className="strong cut">{row.name}{left.has(row.id) ? <LeftTag /> : null}</span><Chip row={row} />{row.waves.length === 0 ? null : <MiniLadder waves={row.waves} />}<span className="small muted"><Progress row={row} /></span></Link></li>)}
      </ul>
      <Pager page={state.page} perPage={pageSize} total={campaigns.totalCount} hasNextPage={campaigns.pageInfo.hasNextPage} onPage={(page) => { onShow({ page }); }} />
    </>
  );
}

const Chip = ({ row }: { readonly row: CampaignRowFragment }) => {
  const t = useText();
  return <StateChip stateClass={campaignStateClass(row.state)}>{t(`words.campaignState.${row.state}`)}</StateChip>;
};

const Progress = ({ row }: { readonly row: CampaignRowFragment }) => {
  const t = useText();
  const { count } = useFormats();
  if (row.revision === null) return <span className="muted">{t('campaigns.list.noPlan')}</span>;
  return <><b>{count(countOf(row.byStateClass, row.kind === 'ROLLBACK' ? 'ROLLED_BACK' : 'MIGRATED'))}</b> <span className="muted">/ {count(totalOf(row.byStateClass))}</span></>;
};

function useColumns(): readonly Column<CampaignRowFragment>[] {
  const t = useText();
  return [
    { id: 'name', title: t('campaigns.list.name'), sortField: 'NAME', width: '26%', cell: (row) => <><Link className="strong" to={`/campaigns/${row.id}`}>{row.name}</Link>{row.kind === 'ROLLBACK' ? <> <span className="tag">{t('words.campaignKind.ROLLBACK')}</span></> : null}</>, fullText: (row) => row.name },
    { id: 'state', title: t('campaigns.list.state'), sortField: 'STATE', width: 220, cell: (row) => <Chip row={row} /> },
    { id: 'waves', title: t('campaigns.list.waves'), cell: (row) => (row.waves.length === 0 ? null : <MiniLadder waves={row.waves} />) },
    { id: 'migrated', title: t('campaigns.list.nodes'), number: true, width: 120, cell: (row) => <Progress row={row} /> },
    { id: 'author', title: t('campaigns.list.author'), width: 110, cell: (row) => row.author.name },
    { id: 'created', title: t('campaigns.list.created'), sortField: 'CREATED', width: 120, cell: (row) => <Moment at={row.createdAt} /> },
  ];
}
