// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeApi, renderConsole } from '../testing/render-console.tsx';
import { SavedViews } from './saved-views.tsx';

const mine = { id: 'v1', name: 'mine', search: 'is=held', shared: true, owner: { id: 'p1', name: 'ada' } };
const theirs = { id: 'v2', name: 'theirs', search: 'site=sz1', shared: true, owner: { id: 'p2', name: 'grace' } };

async function open() {
  const api = fakeApi({
    SavedViews: { savedViews: [mine, theirs] }, SavedViewSave: { savedViewSave: { savedView: mine, userErrors: [] } }, SavedViewDelete: { savedViewDelete: { savedView: null, userErrors: [] } },
  });
  await renderConsole(<SavedViews list="nodes" path="/nodes" search="state=FAILED" ready={[{ name: 'All nodes', search: '' }]} />, { api });
  return api;
}

describe('saved views of a list', () => {
  it('are links to what they keep, ready ones first, and only one\'s own can be deleted', async () => {
    const api = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Views' }));
    const dialog = await screen.findByRole('dialog', { name: 'Views' });
    expect((await within(dialog).findAllByRole('link')).map((link) => [link.textContent, link.getAttribute('href')])).toEqual([['All nodes', '/nodes'], ['mine', '/nodes?is=held'], ['theirs (shared by grace)', '/nodes?site=sz1']]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete view mine' }));
    expect(within(dialog).queryByRole('button', { name: 'Delete view theirs' })).toBeNull();
    expect(api.asked.find(({ name }) => name === 'SavedViewDelete')?.variables).toMatchObject({ input: { savedViewId: 'v1' } });
  });

  it('are saved under a name, with the search of the list', async () => {
    const api = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Save view…' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(api.asked.some(({ name }) => name === 'SavedViewSave')).toBe(false);
    await userEvent.type(screen.getByLabelText('Name'), ' failed ');
    await userEvent.click(screen.getByLabelText('Everybody sees it'));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(api.asked.find(({ name }) => name === 'SavedViewSave')?.variables).toMatchObject({ input: { list: 'nodes', name: 'failed', search: 'state=FAILED', shared: true } });
  });
});
