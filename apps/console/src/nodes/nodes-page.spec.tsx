// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type NodeListQueryVariables, type NodeRowFragment } from '../generated/documents.ts';
import { type LiveEvent } from '../live/live-context.tsx';
import { fakeApi, renderConsole } from '../testing/render-console.tsx';
import { NodesPage } from './nodes-page.tsx';

const aNode = (hostname: string): NodeRowFragment => ({
  id: `id-${hostname}`, hostname, site: 'sz', domains: ['sz/az1'], os: 'CentOS 8.5', kernel: '4.18', stateClass: 'NOT_STARTED', stateSince: '2026-11-20T08:00:00.000Z', runState: null, health: 'GOOD',
  held: false, heldReason: null, protected: false, quarantined: false, missing: false, retired: false,
});
const listOf = (rows: readonly NodeRowFragment[], totalCount = rows.length) => ({ nodes: { nodes: rows, totalCount, pageInfo: { endCursor: null, hasNextPage: totalCount > rows.length } } });

/** Where links led that were clicked: jsdom goes nowhere. */
const clicked: URL[] = [];
vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) { clicked.push(new URL(this.href)); });
afterEach(() => { clicked.length = 0; });

describe('exporting nodes', () => {
  const open = async (path: string) => {
    await renderConsole(<NodesPage />, { path, answers: { NodeList: listOf([aNode('web-1'), aNode('web-2')], 70_000), NodeFacets: { nodeFacets: [] }, SavedViews: { savedViews: [] } } });
    await screen.findByText('web-1');
  };
  const filterOf = (address: URL | undefined): unknown => JSON.parse(address?.searchParams.get('filter') ?? 'null');

  it('lets the api stream the rows that are chosen', async () => {
    await open('/nodes');
    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    expect(clicked).toEqual([]);
    await userEvent.click(within(screen.getByRole('row', { name: /web-2/ })).getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    expect([clicked[0]?.pathname, filterOf(clicked[0])]).toEqual(['/exports/nodes.csv', { ids: ['id-web-2'] }]);
  });

  it('keeps asking for retired nodes where the list shows them', async () => {
    await open('/nodes?is=retired&state=FAILED');
    await userEvent.click(within(screen.getByRole('row', { name: /web-2/ })).getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    expect(filterOf(clicked[0])).toEqual({ ids: ['id-web-2'], retired: true });
  });

  it('names all that match by the filter of the list, however many there are', async () => {
    await open('/nodes?query=site%3Dsz&state=FAILED&state=ATTENTION&is=held&runState=APPLYING');
    await userEvent.click(within(screen.getByRole('row', { name: /web-2/ })).getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: /Select all 70,000/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    expect(filterOf(clicked[0])).toEqual({ query: 'site=sz', stateClasses: ['FAILED', 'ATTENTION'], held: true, runStates: ['APPLYING'] });
  });
});

describe('the list of nodes while nodes change', () => {
  const namesShown = (): readonly (string | null | undefined)[] => screen.getAllByRole('row').slice(1).map((row) => row.querySelector('a')?.textContent);

  it('changes rows in place, and shows others when somebody asks for them', async () => {
    let answer = listOf([aNode('web-2'), aNode('web-3')]);
    const api = fakeApi({
      NodeList: ({ filter }: NodeListQueryVariables) => (filter?.ids === undefined || filter.ids === null ? answer : listOf([{ ...aNode('web-3'), stateClass: 'MIGRATED' }])), NodeFacets: { nodeFacets: [] }, SavedViews: { savedViews: [] },
    });
    const told: ((event: LiveEvent) => void)[] = [];
    await renderConsole(<NodesPage />, { path: '/nodes', api, watch: (topic, listen) => { if (topic.fleet === true && listen !== null) told.push(listen); return () => undefined; } });
    await screen.findByText('web-2');
    const tell = (changes: string): void => {
      for (const listen of told) listen({ topic: 'fleet', seq: 1, at: '2026-11-20T08:00:00Z', now: null, campaign: null, node: null, fleet: { layout: 'l', fromRevision: 1, revision: 2, changes, byStateClass: [] } });
    };
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const pass = (): Promise<void> => act(async () => { await vi.advanceTimersByTimeAsync(5000); });
    try {
      const askedFirst = api.asked.length;
      tell('');
      await pass();
      expect(api.asked.length).toBe(askedFirst);
      answer = listOf([aNode('web-1'), { ...aNode('web-2'), stateClass: 'IN_FLIGHT' }]);
      tell('AAAA');
      await pass();
      expect((await screen.findByRole('button', { name: '1 new, refresh' })).textContent).toBe('1 new, refresh');
      expect(namesShown()).toEqual(['web-2', 'web-3']);
      expect(screen.getByRole('row', { name: /web-2/ }).textContent).toContain('In flight');
      expect((await screen.findByText('moved on')).closest('tr')?.textContent).toContain('web-3');
      expect(screen.getByRole('row', { name: /web-3/ }).textContent).toContain('Migrated');
      await act(async () => { screen.getByRole('button', { name: '1 new, refresh' }).click(); });
      expect(namesShown()).toEqual(['web-1', 'web-2']);
      expect(screen.queryByRole('button', { name: /refresh/ })).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a page that the list does not have', () => {
  it('says so, and leads to the last one', async () => {
    const offsets: unknown[] = [];
    await renderConsole(<NodesPage />, { path: '/nodes?page=9', answers: { NodeList: ({ page }: NodeListQueryVariables) => { offsets.push(page?.offset); return page?.offset === 100 ? listOf([aNode('web-101')], 101) : listOf([], 101); }, NodeFacets: { nodeFacets: [] }, SavedViews: { savedViews: [] } } });
    await screen.findByText('The list ends before this page');
    await userEvent.click(screen.getByRole('button', { name: 'Show its last page' }));
    expect(await screen.findByText('web-101')).toBeDefined();
    expect([offsets.at(0), offsets.at(-1)]).toEqual([400, 100]);
  });
});
