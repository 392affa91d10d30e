// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { type NodeListQueryVariables } from '../generated/documents.ts';
import { renderConsole } from '../testing/render-console.tsx';
import { Palette } from './palette.tsx';

const nodes = ['web-1', 'web-2'].map((hostname) => ({ id: `id-${hostname}`, hostname }));
const answers = {
  NowPage: { now: { campaigns: [{ id: 'c1', name: 'edge-c8' }, { id: 'c2', name: 'core-c7' }] } },
  NodeList: ({ filter }: NodeListQueryVariables) => ({ nodes: { nodes: nodes.filter(({ hostname }) => hostname.includes(filter?.text ?? '')) } }),
};

describe('the command palette', () => {
  beforeAll(() => {
    // jsdom has no layout.
    globalThis.ResizeObserver ??= class { observe = (): void => undefined; unobserve = (): void => undefined; disconnect = (): void => undefined; };
    Element.prototype.scrollIntoView = () => undefined;
  });
  const open = async (typed: string) => {
    await renderConsole(<Palette onClose={() => undefined} />, { answers });
    await screen.findByText('edge-c8');
    await userEvent.type(screen.getByRole('combobox'), typed);
  };
  const options = (): readonly (string | null)[] => screen.queryAllByRole('option').map(({ textContent }) => textContent);

  it('finds nodes by a part of their name, and never says besides that it found nothing', async () => {
    await open('web');
    await screen.findByText('web-2');
    expect(options()).toEqual(['Search nodes for “web”', 'web-1', 'web-2']);
    expect(screen.queryByText('Nothing found')).toBeNull();
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('Search nodes for “web”');
  });

  it('finds pages and campaigns by a part of theirs', async () => {
    await open('E-C');
    await screen.findByText('Search nodes for “E-C”');
    expect(options()).toEqual(['edge-c8', 'core-c7', 'Search nodes for “E-C”']);
    await userEvent.clear(screen.getByRole('combobox'));
    await userEvent.type(screen.getByRole('combobox'), 'z');
    expect([options(), screen.getByText('Nothing found').textContent]).toEqual([[], 'Nothing found']);
  });
});
