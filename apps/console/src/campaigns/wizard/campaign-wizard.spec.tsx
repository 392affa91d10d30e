// @vitest-environment jsdom
import { ApiError } from '@skein/client';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCampaign } from '../testing/a-campaign.ts';
import { type Locale } from '../../i18n/locale.ts';
import { englishIn } from '../../testing/english-in.ts';
import { type Answers, renderConsole, type RenderedConsole } from '../testing/render-console.tsx';
import { WizardPage } from './wizard-page.tsx';

const choices = { targetProfiles: [{ id: 'tp1', name: 'opencloudos-8.8', osId: 'opencloudos', osVersion: '8.8', kernelPrefix: '5.4.', repositoryUrl: 'http://mirror/8.8', createdAt: '2026-11-01T00:00:00.000Z' }], sites: [{ id: 's1', name: 'sz', nodeCount: 300, unattended: false }, { id: 's2', name: 'bj', nodeCount: 80, unattended: false }] };
const wave = { number: 1, memberCount: 1, needed: 1, stopAt: 1, startableNow: 1, seesPercent: 80, expectedSeconds: 600, detection: [{ truePercent: 8, stopProbability: 0.08 }], members: [], alternates: [] };
const preview = { digest: 'abc', memberCount: 290, problems: [], excluded: [{ reason: 'held', count: 3, hostnames: ['sz-r01-n07'] }], waves: [wave, { ...wave, number: 2 }, { ...wave, number: 3 }] };
const basics: Answers = {
  WizardChoices: () => choices, WizardPreview: () => ({ campaignPreview: preview }), WizardNodes: () => ({ nodes: { nodes: [], pageInfo: { endCursor: null, hasNextPage: false }, totalCount: 293 } }),
  WizardDraft: () => ({ answer: { campaign: { id: 'c9', version: 1 }, userErrors: [] } }), WizardRevise: () => ({ answer: { campaign: { id: 'c9', version: 2 }, userErrors: [] } }),
  CampaignPage: () => ({ campaign: aCampaign({ id: 'c9', state: 'DRAFT' }) }), CampaignSubmitVerb: () => ({ answer: { campaign: aCampaign({ id: 'c9' }), userErrors: [] } }),
};
const open = (answers: Answers = {}, locale: Locale = 'en'): Promise<RenderedConsole> => renderConsole(<WizardPage />, { path: '/campaigns/new', route: '/campaigns/new', locale, answers: { ...basics, ...answers } });
const inputOf = (console: RenderedConsole, name: string, index = 0) => (console.askedOf(name)[index]?.variables as { readonly input: { readonly spec: Readonly<Record<string, unknown>>; readonly [key: string]: unknown } }).input;
const goTo = (step: RegExp) => userEvent.click(within(screen.getByRole('list', { name: 'Steps' })).getByRole('button', { name: step }));

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/campaigns/new');
});

describe('the wizard', () => {
  it('makes a draft on the server with the first complete form, and changes it afterwards', async () => {
    const console = await open();
    await userEvent.type(await screen.findByLabelText('Name'), 'edge');
    await waitFor(() => { expect(console.askedOf('WizardDraft')).toHaveLength(1); }, { timeout: 5000 });
    expect(inputOf(console, 'WizardDraft').spec).toMatchObject({ name: 'edge', targetProfileId: 'tp1', selector: {}, waves: [{ count: 1 }, { percent: 10 }, { rest: true }] });
    expect(await screen.findByText(/on the server/)).toBeDefined();
    expect(location.pathname).toBe('/campaigns/c9/edit');
    await userEvent.click(screen.getByRole('checkbox', { name: /^sz/ }));
    await waitFor(() => { expect(console.askedOf('WizardRevise')).toHaveLength(1); }, { timeout: 5000 });
    expect(inputOf(console, 'WizardRevise')).toMatchObject({ campaignId: 'c9', expectedVersion: 1, spec: { selector: { siteIds: ['s1'] } } });
  });

  it('counts who would take part and explains who would not', async () => {
    await open();
    await userEvent.type(await screen.findByLabelText('Name'), 'edge');
    expect(await screen.findByRole('heading', { name: '290 nodes would take part' })).toBeDefined();
    const row = screen.getByRole('row', { name: /held back by an operator/ });
    expect(row.textContent).toContain('sz-r01-n07');
  });

  it('keeps what the server cannot have in this tab, and has it again after a reload', async () => {
    await open({ WizardDraft: new ApiError('the api cannot be reached', { kind: 'network', code: 'UNREACHABLE' }) });
    await userEvent.type(await screen.findByLabelText('Name'), 'edge');
    expect(await screen.findByText(/not on the server yet/)).toBeDefined();
    await open();
    expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe('edge');
  });

  it('puts a refusal of the server on its field and counts it on its step', async () => {
    await open({ WizardDraft: () => ({ answer: { campaign: null, userErrors: [{ code: 'specInvalid', field: ['spec', 'gate', 'soakSeconds'], message: 'soakSeconds is a whole number of seconds, 0 or more', hint: null }] } }) });
    await userEvent.type(await screen.findByLabelText('Name'), 'edge');
    expect((await screen.findByRole('button', { name: /Gates.*1 problem/ })).textContent).toContain('1 problem');
    await goTo(/Gates/);
    const soak = screen.getByLabelText('Soak');
    expect(soak.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(soak.getAttribute('aria-describedby') ?? '')?.textContent).toContain('soakSeconds is a whole number');
  });

  it('says a refusal of the server in Chinese, on its field and beside the name', async () => {
    const refused = { code: 'specInvalid', field: ['spec', 'gate', 'soakSeconds'], message: 'soakSeconds is a whole number of seconds, 0 or more', hint: null, sentence: { code: 'spec.soakSeconds', values: {} } };
    const { container } = await open({ WizardDraft: () => ({ answer: { campaign: null, userErrors: [refused] } }), WizardPreview: () => ({ campaignPreview: { ...preview, waves: [], problems: [refused] } }) }, 'zh');
    await userEvent.type(await screen.findByLabelText('名称'), 'edge');
    await waitFor(() => { expect(screen.getAllByText(/soakSeconds 须为不小于 0 的整数秒。/).length).toBeGreaterThan(1); }, { timeout: 5000 });
    expect(englishIn(container)).toEqual([]);
  });

  it('moves waves by buttons and says where they went', async () => {
    await open();
    await screen.findByLabelText('Name');
    await goTo(/Waves/);
    await userEvent.click(screen.getByRole('button', { name: 'Move wave 2 up' }));
    expect(screen.getByLabelText<HTMLSelectElement>('What wave 1 takes').value).toBe('percent');
    expect(screen.getByText('Wave 2 is now number 1')).toBeDefined();
  });

  it('submits what is on the server, with the newest version of it', async () => {
    const console = await open();
    await userEvent.type(await screen.findByLabelText('Name'), 'edge');
    await goTo(/Review/);
    await userEvent.click(await screen.findByRole('button', { name: 'Submit…' }));
    const dialog = await screen.findByRole('dialog', { name: /^Submit/ });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Submit plan' }));
    await waitFor(() => { expect(console.path()).toBe('/campaigns/c9'); });
    expect(console.askedOf('WizardDraft')).toHaveLength(1);
    expect((console.askedOf('CampaignSubmitVerb')[0]?.variables as { readonly input: unknown }).input).toMatchObject({ campaignId: 'c9', expectedVersion: 7 });
  });

  it('leads to the first field that is missing instead of submitting', async () => {
    const console = await open();
    await screen.findByLabelText('Name');
    await goTo(/Review/);
    await userEvent.click(await screen.findByRole('button', { name: 'Submit…' }));
    await waitFor(() => { expect(document.activeElement?.getAttribute('data-field')).toBe('name'); });
    expect(screen.getByText('Needed.')).toBeDefined();
    expect(console.askedOf('WizardDraft')).toEqual([]);
  });
});

const waiting = { id: 'c1', version: 4, state: 'AWAITING_APPROVAL', stateDetail: [], can: { revise: { allowed: true, reason: null }, submit: { allowed: false, reason: 'x' } }, document: {}, spec: { name: 'edge', targetProfileId: 'tp1', selector: { labels: null, nodeIds: null, siteIds: ['s1'] }, waves: [{ count: 1, percent: null, rest: null }, { count: null, percent: null, rest: true }], gate: { failurePercentMax: 10, firstLook: 5, inconclusiveSecondsMax: 1800, lostMax: 1, soakSeconds: 300, verifiedPercentMin: 90 }, concurrencyMax: 10, stagingMax: 20, exposureMax: 50, deadlines: { apply: 3600, drain: 900, preflight: 300, reboot: 900, rebootSilence: 240, restore: 3600, staging: 3600, verify: 600 }, hooks: null, seed: 1 } };

describe('a campaign that waits for approval', () => {
  it('is not changed by looking at it: whoever edits says so first', async () => {
    const console = await renderConsole(<WizardPage />, { path: '/campaigns/c1/edit', route: '/campaigns/:id/edit', answers: { ...basics, WizardCampaign: () => ({ campaign: waiting }) } });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit it anyway' }));
    expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe('edge');
    await new Promise((resolve) => { setTimeout(resolve, 1500); });
    expect(console.askedOf('WizardRevise')).toEqual([]);
  });
});

describe('a draft that is changed elsewhere', () => {
  const ofOther = { id: 'c9', version: 3, state: 'DRAFT', stateDetail: [], can: { revise: { allowed: true, reason: null }, submit: { allowed: true, reason: null } }, document: {}, spec: waiting.spec };
  const answersAt = (server: { version: number }): Answers => ({
    ...basics, WizardCampaign: () => ({ campaign: { ...ofOther, version: server.version } }),
    WizardRevise: ({ input }: { readonly input: { readonly expectedVersion: number } }) => ({ answer: input.expectedVersion === server.version ? { campaign: { id: 'c9', version: server.version += 1 }, userErrors: [] } : { campaign: null, userErrors: [{ code: 'staleVersion', field: ['expectedVersion'], message: 'the campaign is at version 3, not 2', hint: null }] } }),
  });
  const edit = (answers: Answers): Promise<RenderedConsole> => renderConsole(<WizardPage />, { path: '/campaigns/c9/edit', route: '/campaigns/:id/edit', answers });

  it('is not written over before a person says so', async () => {
    const server = { version: 2 };
    const console = await edit(answersAt(server));
    await screen.findByLabelText('Name');
    server.version = 3;
    await userEvent.type(screen.getByLabelText('Name'), ' mine');
    expect((await screen.findByText('This draft was changed elsewhere meanwhile.')).closest('[role=alert]')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Save mine over it' }));
    expect(await screen.findByText(/^saved .* on the server/)).toBeDefined();
    expect(screen.queryByText('This draft was changed elsewhere meanwhile.')).toBeNull();
    expect(console.askedOf('WizardRevise').map(({ variables }) => (variables as { readonly input: { readonly expectedVersion: number } }).input.expectedVersion)).toEqual([2, 3]);
  });

  it('is not written over by a reload either', async () => {
    const server = { version: 2 };
    await edit({ ...answersAt(server), WizardRevise: new ApiError('the api cannot be reached', { kind: 'network', code: 'UNREACHABLE' }) });
    await userEvent.type(await screen.findByLabelText('Name'), ' mine');
    expect(await screen.findByText(/not on the server yet/)).toBeDefined();
    server.version = 3;
    await edit(answersAt(server));
    expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe('edge mine');
    expect(await screen.findByText('This draft was changed elsewhere meanwhile.')).toBeDefined();
    expect(server.version).toBe(3);
  });
});
