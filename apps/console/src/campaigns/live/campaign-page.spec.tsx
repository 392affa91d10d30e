// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { type CampaignPagePartsFragment } from '../../generated/documents.ts';
import { type Locale } from '../../i18n/locale.ts';
import { type LiveStatus } from '../../live/live-context.tsx';
import { aCampaign, aVerdict, mayAll } from '../testing/a-campaign.ts';
import { renderConsole, type RenderedConsole } from '../testing/render-console.tsx';
import { englishIn } from '../../testing/english-in.ts';
import { CampaignPage } from './campaign-page.tsx';

const detail = {
  id: 'c1', forecast: null, burnDown: [], availabilitySeries: [], planDiff: null, failures: [{ reason: 'bootFailed', failureClass: 'NODE', count: 1, firstAt: '2026-11-21T09:00:00.000Z', hostnames: ['sz-r01-n09'], remediation: 'Look at its console.', remedy: { code: 'runRemedy.bootFailed', values: {} }, byStateClass: [{ stateClass: 'FAILED', count: 1 }] }],
  spec: { targetProfileId: 'tp1', concurrencyMax: 8, gate: { soakSeconds: 300 } },
  waves: [{ number: 1, verdicts: [aVerdict({}, { kind: 'PASS', wave: 1 })] }, { number: 2, verdicts: [aVerdict({ failures: 3, soaked: 20 }, { stop: 4 })] }, { number: 3, verdicts: [] }],
};
const show = (campaign: CampaignPagePartsFragment, live: LiveStatus = { kind: 'live' }, locale: Locale = 'en'): Promise<RenderedConsole> => renderConsole(<CampaignPage />, {
  path: '/campaigns/c1', route: '/campaigns/:id', live, locale,
  answers: { CampaignPage: () => ({ campaign }), CampaignDetail: () => ({ campaign: detail }), CampaignTargetProfiles: () => ({ targetProfiles: [] }), CampaignEvents: () => ({ audit: { nodes: [], pageInfo: { hasNextPage: false } } }), Me: () => ({ me: { via: 'SESSION', permissions: ['campaign:stop', 'audit:read'], person: { id: 'p1', name: 'ada', role: 'OPERATOR' } } }) },
});
const button = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name });
const isOff = (element: HTMLElement): boolean => element.getAttribute('aria-disabled') === 'true';

describe('the live page', () => {
  it('says why it is where it is, computed from the evidence', async () => {
    await show(aCampaign());
    expect(await screen.findByText('One more failure halts this campaign.')).toBeDefined();
    expect(screen.getByRole('heading', { name: '4 of 5 gates pass; 1 lacks samples' })).toBeDefined();
  });

  it('leads from every count to exactly its nodes, and from every reason to exactly its runs', async () => {
    await show(aCampaign());
    const strip = await screen.findByRole('group', { name: 'Nodes by state' });
    expect(within(strip).getAllByRole('link')).toHaveLength(7);
    expect(within(strip).getByRole('link', { name: /Failed/ }).getAttribute('href')).toBe('/nodes?state=FAILED&campaign=c1');
    expect((await screen.findByRole('link', { name: /did not boot/i })).getAttribute('href')).toBe('/campaigns/c1/runs?reason=bootFailed');
  });

  it('marks the current wave and shows its failure domains', async () => {
    await show(aCampaign());
    const current = (await screen.findAllByRole('row')).find((row) => row.getAttribute('aria-current') === 'step');
    expect(current?.textContent).toContain('Wave 2');
    expect(screen.getByRole('group', { name: 'Failure domains' }).textContent).toContain('sz/az1');
  });

  it('keeps every verb in its place and says of each why it is off', async () => {
    const refused = { allowed: false, code: 'campaignRunning', reason: 'the campaign is RUNNING' };
    await show(aCampaign({ can: { ...mayAll, resume: refused } }));
    const resume = await button('Resume…');
    expect(isOff(resume)).toBe(true);
    await userEvent.hover(resume);
    expect((await screen.findByRole('tooltip')).textContent).toBe('the campaign is RUNNING');
    await userEvent.click(resume);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says in Chinese what a gate waits for, why runs failed and why a plan cannot be made, without an English sentence', async () => {
    const missing = ['1 node more must be verified (2 of 3 needed)', 'web-1 lacks 12 of 60 s of good observations; last observation: http: status 503 of the old page'];
    const missingSentences = [
      { code: 'gate.unverified', values: { count: 1, verified: 2, needed: 3 } },
      { code: 'gate.unobservedBecause', values: { hostname: 'web-1', seconds: 12, soakSeconds: 60, problem: 'http: status 503 of the old page' } },
    ];
    const { container } = await show(aCampaign({ state: 'PAUSED', stateReason: 'gateInconclusive', stateDetail: missing, stateSentences: missingSentences }), { kind: 'live' }, 'zh');
    expect(await screen.findByText(/新内核未能启动/)).toBeDefined();
    expect(container.textContent).toContain('还需 1 台通过验证（已有 2，需要 3）；web-1 的良好观测还差 12 秒（共 60 秒）；最近观测：http: status 503 of the old page');
    expect(englishIn(container)).toEqual([]);
    const invalid = await show(aCampaign({ state: 'INVALID', stateDetail: ['all 2 selected nodes are excluded (held)'], stateSentences: [{ code: 'plan.allExcluded', values: { count: 2, reasons: { names: [{ term: 'reason.held' }], more: 0 } } }] }), { kind: 'live' }, 'zh');
    expect(await screen.findByText(/全部被排除/)).toBeDefined();
    expect(invalid.container.textContent).toContain('选中的 2 台节点全部被排除（已被暂缓）');
    expect(englishIn(invalid.container)).toEqual([]);
  });

  it('says what is missing for a campaign that does not exist', async () => {
    await renderConsole(<CampaignPage />, { path: '/campaigns/x', route: '/campaigns/:id', answers: { CampaignPage: () => ({ campaign: null }) } });
    expect((await screen.findAllByText('There is no such campaign')).length).toBeGreaterThan(0);
  });
});

describe('the live page while nothing is heard of the api', () => {
  const stale: LiveStatus = { kind: 'stale', since: Date.parse('2026-11-21T10:00:00Z') };

  it.each(['Start…', 'Approve…', 'Roll back…', 'Retry failed…', 'Resume…'])('refuses to %s', async (name) => {
    await show(aCampaign(), stale);
    expect(isOff(await button(name))).toBe(true);
  });

  it.each(['Halt', 'Pause', 'Hold'])('still lets somebody %s, even if it was not allowed when last heard', async (name) => {
    const refused = { allowed: false, code: 'x', reason: 'x' };
    await show(aCampaign({ can: { ...mayAll, halt: refused, pause: refused, hold: refused } }), stale);
    expect(isOff(await button(name))).toBe(false);
    await userEvent.click(await button(name));
    expect(screen.getByRole('dialog')).toBeDefined();
  });

  it('keeps the numbers, and says since when they are old', async () => {
    await show(aCampaign(), stale);
    expect((await screen.findByText(/No live data since/)).textContent).toMatch(/\d\d:\d\d:\d\d/);
    expect(screen.getByRole('link', { name: /261 ?Not started/ })).toBeDefined();
  });
});
