// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type NodeRowFragment } from '../generated/documents.ts';
import { renderConsole } from '../testing/render-console.tsx';
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
