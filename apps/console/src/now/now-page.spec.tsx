// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type NowPageQuery } from '../generated/documents.ts';
import { fakeApi, outage, renderConsole } from '../testing/render-console.tsx';
import { NowPage } from './now-page.tsx';

type Now = NowPageQuery['now'];
const nobody: Now['fleet'] = { total: 0, unavailable: 0, held: 0, quarantined: 0, protected: 0, inFlight: 0, byStateClass: [], bySite: [], byLifecycle: [] };
const quiet: Now = { at: '2026-11-20T06:31:00Z', unattendedSites: [], attention: [], campaigns: [], fleet: nobody, events: [] };
const item = (parts: Partial<Now['attention'][number]> & Pick<Now['attention'][number], 'kind'>): Now['attention'][number] => ({ id: parts.kind, stateClass: 'ATTENTION', since: '2026-11-20T06:00:00Z', reason: null, count: null, subject: null, wave: null, campaign: null, ...parts });
const campaign = { id: 'c1', name: 'edge-c7' };

describe('Now', () => {
  it('says that nothing waits only when the api said so', async () => {
    await renderConsole(<NowPage />, { answers: { NowPage: { now: quiet } } });
    expect(await screen.findByText('Nothing needs you')).toBeTruthy();
    expect(screen.getByText(/^skein node import fleet\.csv .*--dry-run$/)).toBeTruthy();
  });

  it('claims nothing while it loads', async () => {
    await renderConsole(<NowPage />);
    expect(screen.getByRole('status').textContent).toContain('Loading');
    expect(screen.queryByText('Nothing needs you')).toBeNull();
  });

  it('says what failed, its code and its correlation id, and how to go on', async () => {
    await renderConsole(<NowPage />, { answers: { NowPage: outage } });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The database is away.');
    expect(alert.textContent).toContain('UNAVAILABLE');
    expect(alert.textContent).toContain('c-7f3a90');
    expect(within(alert).getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('leads with one verb to exactly the rows that it counts', async () => {
    const attention = [item({ kind: 'NODES_QUARANTINED', count: 3, campaign }), item({ kind: 'RUNS_BLOCKED', count: 1, campaign }), item({ kind: 'APPROVAL_WAITING', campaign }), item({ kind: 'SITE_UNATTENDED', subject: 'fr1' })];
    await renderConsole(<NowPage />, { answers: { NowPage: { now: { ...quiet, attention } } } });
    const links = async (name: RegExp) => (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await links(/3 nodes quarantined/)).toBe('/nodes?is=quarantined&campaign=c1');
    expect(await links(/1 node blocked/)).toBe('/nodes?runState=BLOCKED&campaign=c1');
    expect(await links(/waits for approval/)).toBe('/approvals/c1');
    expect(await links(/site fr1/)).toBe('/nodes?site=fr1');
  });

  it('does not call a fleet maintained that nobody has inspected', async () => {
    const fleet = { ...nobody, total: 5, byLifecycle: [{ family: 'unknown', count: 5, endOfLife: null }] };
    await renderConsole(<NowPage />, { answers: { NowPage: { now: { ...quiet, fleet } } } });
    expect(await screen.findByText('End of life: 5 nodes never inspected')).toBeTruthy();
  });

  it('keeps the last numbers while nothing is heard, and says since when', async () => {
    await renderConsole(<NowPage />, { answers: { NowPage: { now: quiet } }, status: { kind: 'stale', since: new Date(2026, 10, 20, 14, 29, 7).getTime() } });
    expect(await screen.findByText('No live data since 14:29:07.')).toBeTruthy();
    expect(await screen.findByText('Nothing needs you')).toBeTruthy();
  });

  it('shows what campaigns under way cost in availability, the one that costs most first, and asks for nothing before one has begun', async () => {
    const series = (lowerPercent: number) => [{ from: '2026-11-20T06:00:00Z', until: '2026-11-20T06:10:00Z', lowerPercent, upperPercent: 100 }];
    const row = (id: string, availabilitySeries: ReturnType<typeof series>) => ({ id, name: `${id}-c8`, waves: [], availabilitySeries });
    const glance = { id: 'c1', name: 'edge-c8', kind: 'MIGRATE', state: 'RUNNING', stateReason: null, startedAt: '2026-11-20T06:00:00Z', overdue: 0, byStateClass: [], waves: [], forecast: null } as const;
    const answers = { NowAvailability: { campaigns: { nodes: [row('edge', series(99.5)), row('core', series(97.25)), row('new', [])] } } };
    const running = fakeApi({ ...answers, NowPage: { now: { ...quiet, campaigns: [glance] } } });
    await renderConsole(<NowPage />, { api: running });
    const panel = await screen.findByRole('region', { name: 'Availability 97.25 % to 100 % at worst' });
    expect(within(panel).getByRole('link', { name: 'core-c8' }).getAttribute('href')).toBe('/campaigns/core');
    expect(within(panel).getByText('edge-c8').closest('li')?.textContent).toBe('edge-c8Availability 99.5 % to 100 %');
    expect(within(panel).queryByText('new-c8')).toBeNull();
    const waiting = fakeApi({ ...answers, NowPage: { now: { ...quiet, campaigns: [{ ...glance, startedAt: null }] } } });
    await renderConsole(<NowPage />, { api: waiting });
    await screen.findByText('edge-c8');
    expect(waiting.asked.map(({ name }) => name)).not.toContain('NowAvailability');
  });

  it('is Chinese for who wants it so', async () => {
    await renderConsole(<NowPage />, { locale: 'zh', answers: { NowPage: { now: { ...quiet, attention: [item({ kind: 'CAMPAIGN_HALTED', reason: 'failuresReachedStop', campaign })] } } } });
    expect(await screen.findByText('已停止：请决定下一步')).toBeTruthy();
    expect(screen.getByText('失败数达到上限')).toBeTruthy();
  });
});
