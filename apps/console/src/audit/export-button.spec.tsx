// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { renderConsole } from '../testing/render-console.tsx';
import { ExportButton } from './export-button.tsx';

it('the export of the audit asks the api for what the list\'s filter matches', async () => {
  const clicked: URL[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) { clicked.push(new URL(this.href)); });
  await renderConsole(<ExportButton filter={{ actor: 'olga & co', action: 'campaign.halt', from: '2026-11-21T10:05:00.000Z' }} />);
  await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
  expect(clicked.map(({ pathname, searchParams }) => [pathname, Object.fromEntries(searchParams)])).toEqual([['/exports/audit.csv', { actor: 'olga & co', action: 'campaign.halt', from: '2026-11-21T10:05:00.000Z' }]]);
});
