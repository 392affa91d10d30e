// @vitest-environment jsdom
import { ApiError } from '@skein/client';
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aCampaign } from '../testing/a-campaign.ts';
import { type Answers, renderConsole, type RenderedConsole } from '../testing/render-console.tsx';
import { CampaignVerbDialog, type DialogVerb } from './campaign-verb-dialog.tsx';

const stale = { kind: 'stale', since: Date.parse('2026-11-21T10:00:00Z') } as const;
const accepted = { campaign: aCampaign({ state: 'HALTING' }), userErrors: [], holdingPermit: aCampaign().holdingPermit };
const lost = new ApiError('the api cannot be reached; whether it did what was asked is not known', { kind: 'network', code: 'UNREACHABLE' });
const closed = vi.fn();
let learn: (campaign: ReturnType<typeof aCampaign>) => void;
// As a page holds it: what is closed is gone, and what is learnt of the campaign is drawn.
const Held = ({ verb }: { readonly verb: DialogVerb }) => {
  const [shown, setShown] = useState(true);
  const [campaign, setCampaign] = useState(() => aCampaign());
  learn = (next) => { act(() => { setCampaign(next); }); };
  return shown ? <CampaignVerbDialog verb={verb} campaign={campaign} concurrencyMax={8} onClose={() => { closed(); setShown(false); }} /> : null;
};
const open = (verb: DialogVerb, options: { readonly answers?: Answers; readonly stale?: boolean } = {}): Promise<RenderedConsole> => {
  closed.mockClear();
  return renderConsole(<Held verb={verb} />, { ...(options.answers === undefined ? {} : { answers: options.answers }), ...(options.stale === true ? { live: stale } : {}) });
};
const inputOf = (console: RenderedConsole, name: string, index = 0) => (console.askedOf(name)[index]?.variables as { readonly input: Readonly<Record<string, unknown>> }).input;
const confirm = (name: RegExp): HTMLElement => within(screen.getByRole('dialog')).getByRole('button', { name });

describe('halting', () => {
  let console: RenderedConsole;
  beforeEach(async () => { console = await open('halt', { answers: { CampaignHaltVerb: () => ({ answer: accepted }) } }); });

  it('is confirmed with Enter alone, asks for nothing, and says afterwards who still moves', async () => {
    expect(screen.getByRole('dialog', { name: 'Halt edge-c8-to-oc8?' })).toBeDefined();
    expect(document.activeElement).toBe(confirm(/^Halt campaign$/));
    await userEvent.keyboard('{Enter}');
    const after = await screen.findByRole('dialog', { name: 'edge-c8-to-oc8 is halted' });
    expect(within(after).getAllByRole('link').map((link) => link.textContent)).toEqual(['sz-r01-n01', 'sz-r01-n02', 'sz-r02-n01']);
    expect(inputOf(console, 'CampaignHaltVerb')).toMatchObject({ campaignId: 'c1', reason: null });
    expect(inputOf(console, 'CampaignHaltVerb')).not.toHaveProperty('expectedVersion');
  });

  it('counts what is undone, what finishes, what soaks and what never starts', () => {
    const effects = within(screen.getByRole('dialog')).getAllByRole('term').map((term) => `${term.textContent ?? ''} ${term.nextElementSibling?.textContent ?? ''}`);
    expect(effects).toEqual(['3 in flight stop at their next safe point and are undone', '3 are past the point of no return and finish or restore', '2 are changed already and go on soaking', '261 do not start']);
  });

  it('can be left by the button that names the state it keeps', async () => {
    await userEvent.click(confirm(/^Keep running$/));
    expect(closed).toHaveBeenCalledOnce();
    expect(console.askedOf('CampaignHaltVerb')).toEqual([]);
  });
});

describe('halting while nothing is heard of the api', () => {
  it('is possible, says honestly that nobody knows, and repeats the same key', async () => {
    const console = await open('halt', { stale: true, answers: { CampaignHaltVerb: lost } });
    await userEvent.click(confirm(/^Halt campaign$/));
    expect((await screen.findByRole('alert')).textContent).toMatch(/is not known/);
    await userEvent.click(confirm(/^Halt campaign$/));
    await waitFor(() => { expect(console.askedOf('CampaignHaltVerb')).toHaveLength(2); });
    expect(inputOf(console, 'CampaignHaltVerb', 1)['idempotencyKey']).toBe(inputOf(console, 'CampaignHaltVerb', 0)['idempotencyKey']);
    expect(closed).not.toHaveBeenCalled();
  });
});

describe.each([['start', /^Start campaign$/, 'CampaignStartVerb'], ['approve', /^Approve plan$/, 'CampaignApproveVerb'], ['rollback', /^Roll back \d+ nodes$/, 'CampaignRollbackVerb']] as const)('%s', (verb, button, operation) => {
  it('waits for the name and a reason', async () => {
    const console = await open(verb, { answers: { [operation]: () => ({ answer: accepted }) } });
    expect(confirm(button).getAttribute('aria-disabled')).toBe('true');
    await userEvent.type(screen.getByRole('textbox', { name: /^Type / }), 'edge-c8-to-oc8');
    await userEvent.click(confirm(button));
    expect(console.askedOf(operation)).toEqual([]);
    await userEvent.type(screen.getByLabelText(/^Reason/), 'window agreed');
    await userEvent.click(confirm(button));
    await waitFor(() => { expect(closed).toHaveBeenCalled(); });
    expect(inputOf(console, operation)).toMatchObject({ campaignId: 'c1', expectedVersion: 7, reason: 'window agreed' });
  });

  it('is refused while the page is stale, whatever is typed', async () => {
    const console = await open(verb, { stale: true, answers: { [operation]: () => ({ answer: accepted }) } });
    await userEvent.type(screen.getByRole('textbox', { name: /^Type / }), 'edge-c8-to-oc8');
    await userEvent.type(screen.getByLabelText(/^Reason/), 'window agreed');
    await userEvent.click(confirm(button));
    expect(confirm(button).getAttribute('aria-disabled')).toBe('true');
    expect(console.askedOf(operation)).toEqual([]);
  });
});

describe('rolling back', () => {
  it('offers waves that changed something, with their counts, the last one first', async () => {
    const console = await open('rollback', { answers: { CampaignRollbackVerb: () => ({ answer: { campaign: aCampaign({ id: 'r9' }), userErrors: [] } }) } });
    const scope = screen.getByLabelText('Scope');
    expect(within(scope).getAllByRole('option').map((option) => option.textContent)).toEqual(['Wave 1 (3)', 'Wave 2 (29)', 'Whole campaign (32)']);
    expect((scope as HTMLSelectElement).value).toBe('2');
    await userEvent.selectOptions(scope, 'campaign');
    await userEvent.type(screen.getByRole('textbox', { name: /^Type / }), 'edge-c8-to-oc8');
    await userEvent.type(screen.getByLabelText(/^Reason/), 'kernel panics');
    await userEvent.click(confirm(/^Roll back 32 nodes$/));
    await waitFor(() => { expect(console.path()).toBe('/campaigns/r9'); });
    expect(inputOf(console, 'CampaignRollbackVerb')).toMatchObject({ scope: { campaign: true } });
  });
});

describe('a campaign that moves while the dialog is open', () => {
  const answer = async (button: RegExp): Promise<void> => {
    await userEvent.type(screen.getByRole('textbox', { name: /^Type / }), 'edge-c8-to-oc8');
    await userEvent.type(screen.getByLabelText(/^Reason/), 'kernel panics');
    await userEvent.click(confirm(button));
  };

  it('is said, and what is decided rests on what is shown', async () => {
    const console = await open('rollback', { answers: { CampaignRollbackVerb: () => ({ answer: accepted }) } });
    learn(aCampaign({ state: 'HALTED', version: 8 }));
    expect(screen.getByRole('status').textContent).toBe('It has moved while this was open: Running became Halted. What you see is as it is now.');
    await answer(/^Roll back \d+ nodes$/);
    await waitFor(() => { expect(closed).toHaveBeenCalled(); });
    expect(inputOf(console, 'CampaignRollbackVerb')).toMatchObject({ expectedVersion: 8 });
  });

  it('is not a dead end when it was refused: what was typed stays, and the second press is about what is shown then', async () => {
    const console = await open('rollback', {
      answers: { CampaignRollbackVerb: ({ input }) => ({ answer: (input as { readonly expectedVersion: number }).expectedVersion === 8 ? accepted : { campaign: null, userErrors: [{ code: 'staleVersion', field: ['expectedVersion'], message: 'the campaign is at version 8, not 7', hint: null }] } }) },
    });
    await answer(/^Roll back \d+ nodes$/);
    expect((await screen.findByRole('alert')).textContent).toContain('staleVersion');
    learn(aCampaign({ version: 8 }));
    await userEvent.click(confirm(/^Roll back \d+ nodes$/));
    await waitFor(() => { expect(closed).toHaveBeenCalled(); });
    expect(console.askedOf('CampaignRollbackVerb')).toHaveLength(2);
  });

  it('does not change a command whose answer was lost: it is repeated as it was', async () => {
    const console = await open('rollback', { answers: { CampaignRollbackVerb: lost } });
    await answer(/^Roll back \d+ nodes$/);
    await screen.findByRole('alert');
    learn(aCampaign({ version: 8 }));
    await userEvent.click(confirm(/^Roll back \d+ nodes$/));
    await waitFor(() => { expect(console.askedOf('CampaignRollbackVerb')).toHaveLength(2); });
    expect(inputOf(console, 'CampaignRollbackVerb', 1)).toEqual(inputOf(console, 'CampaignRollbackVerb', 0));
  });

  it.each([['approve', /^Approve plan$/], ['deny', /^Deny/]] as const)('keeps %s from a plan that was not read', async (verb, button) => {
    await open(verb);
    learn(aCampaign({ version: 8, revision: { digest: 'f'.repeat(64), createdAt: '2026-11-20T09:00:00.000Z', members: 301, waves: 3 } }));
    expect(confirm(button).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole('status').textContent).toMatch(/^The plan has changed since this was opened/);
  });
});

describe('a refusal of the api', () => {
  it('stays in the dialog with its code, and what is sent then is another command', async () => {
    const console = await open('pause', { answers: { CampaignPauseVerb: () => ({ answer: { campaign: null, userErrors: [{ code: 'campaignNotRunning', field: null, message: 'the campaign is DRAFT, so nothing of it runs', hint: 'Submit it first.' }] } }) } });
    await userEvent.click(confirm(/^Pause campaign$/));
    expect((await screen.findByRole('alert')).textContent).toContain('campaignNotRunning');
    await userEvent.click(confirm(/^Pause campaign$/));
    await waitFor(() => { expect(console.askedOf('CampaignPauseVerb')).toHaveLength(2); });
    expect(inputOf(console, 'CampaignPauseVerb', 1)['idempotencyKey']).not.toBe(inputOf(console, 'CampaignPauseVerb', 0)['idempotencyKey']);
    expect(closed).not.toHaveBeenCalled();
  });
});

describe('retrying', () => {
  it('asks for a reason and nothing else', async () => {
    const console = await open('retry', { answers: { CampaignRetryVerb: () => ({ answer: accepted }) } });
    await userEvent.click(confirm(/^Retry runs$/));
    expect(console.askedOf('CampaignRetryVerb')).toEqual([]);
    await userEvent.type(screen.getByLabelText(/^Reason/), 'disk was replaced');
    await userEvent.click(confirm(/^Retry runs$/));
    await waitFor(() => { expect(closed).toHaveBeenCalled(); });
    expect(inputOf(console, 'CampaignRetryVerb')).toMatchObject({ clearQuarantine: false, reason: 'disk was replaced' });
  });
});
