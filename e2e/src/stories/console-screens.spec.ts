import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, seriousFindings, signInAt, type View } from '../harness/browser.ts';
import { closeDialog, type ConsoleDialog, consoleDialogs } from '../harness/console-dialogs.ts';
import { type ConsoleStack, openConsoleStack } from '../harness/console-stack.ts';
import { consoleTexts } from '../harness/console-texts.ts';
import { clippedTexts, untranslatedTexts } from '../harness/page-findings.ts';
import { startTroubledCampaigns } from '../harness/troubled-campaigns.ts';

const views: readonly View[] = (['light', 'dark'] as const).flatMap((theme) => (['en', 'zh'] as const).flatMap((language) => (['desktop', 'phone'] as const).map((width) => ({ theme, language, width }))));

let story: ConsoleStack;
let browser: Browser;
let screens: readonly string[];
let dialogs: readonly ConsoleDialog[];
beforeAll(async () => {
  story = await openConsoleStack(60);
  browser = await openBrowser();
  const { campaigns, hostnames } = story;
  const operator = campaigns.people.operator;
  const draft = async (name: string, members: readonly string[]): Promise<string> =>
    (await operator.mutate<{ campaign: { id: string } }>('campaignDraft', 'CampaignDraftInput', { spec: await campaigns.specFor(name, members) }, 'campaign { id }')).campaign.id;
  const done = await campaigns.start('c8-done', hostnames.slice(0, 4), { gate: { soakSeconds: 1 } });
  const running = await campaigns.start('c8-soaks', hostnames.slice(4, 10), { gate: { soakSeconds: 3600 } });
  const waiting = await draft('c8-waits', hostnames.slice(10, 20));
  await operator.mutate('campaignSubmit', 'CampaignVerbInput', { campaignId: waiting }, 'campaign { id }');
  const drafted = await draft('c8-draft', hostnames.slice(20, 30));
  const approved = await campaigns.approve('c8-approved', hostnames.slice(30, 40));
  await campaigns.untilEnded(done);
  const { runs } = await campaigns.until(running, 'somebody soaks', 120, (_campaign, seen) => seen.some(({ state }) => state === 'SOAKING'));
  const nodeId = runs[0]?.node.id ?? '';
  const troubled = await startTroubledCampaigns(story, hostnames.slice(40, 50));
  screens = [
    '/', '/fleet', '/nodes', '/nodes?query=state%20in%20(MIGRATED)', '/nodes/import', `/nodes/${nodeId}`, '/campaigns', '/campaigns/new', `/campaigns/${done}`, `/campaigns/${running}`, `/campaigns/${drafted}/edit`,
    `/campaigns/${drafted}/edit?step=review`, `/campaigns/${running}/runs`, '/approvals', `/approvals/${waiting}`, '/audit', '/help', '/help/first-campaign', '/help/stop-everything', '/no-such-page',
    ...[troubled.failed, troubled.undecided, troubled.invalid].map((id) => `/campaigns/${id}`), `/campaigns/${troubled.failed}/runs`, `/campaigns/${troubled.invalid}/edit?step=review`, `/campaigns/${troubled.previewed}/edit?step=review`,
    ...troubled.nodeIds.map((id) => `/nodes/${id}`), `/nodes/${troubled.nodeIds[0] ?? ''}?tab=preflight`,
    ...['account', 'people', 'roles', 'tokens', 'sites', 'credentials', 'targets', 'budgets', 'system'].map((section) => `/settings/${section}`),
  ];
  dialogs = consoleDialogs({ done, running, approved, waiting, nodeId });
});
afterAll(async () => {
  await browser?.close();
  await story?.close();
});

/** What opens over a screen is judged by itself: the screen below it was. */
const overScreens = '[role="dialog"], [role="menu"]';
const judge = async (page: Page, { language }: View, within: string | null = null): Promise<readonly string[]> => [...await seriousFindings(page, within), ...await clippedTexts(page), ...(language === 'zh' ? await untranslatedTexts(page) : [])];
const show = async (page: Page, screen: string): Promise<void> => {
  await page.goto(`${story.stack.urls.api}${screen}`);
  await page.locator('main h1').first().waitFor();
  // What is asked for is drawn as bars at first; nothing is judged before the last of them is gone.
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
};

describe('every screen and every dialog', () => {
  it.each(views)('is whole, readable and accessible: $theme, $language, $width', async (view) => {
    const { page, context, complaints } = await openPage(browser, view);
    const text = await consoleTexts(view.language);
    const findings: string[] = [];
    await signInAt(page, story.stack.urls.api, 'admin', story.stack.people.admin);
    for (const screen of screens) {
      await show(page, screen);
      findings.push(...(await judge(page, view)).map((finding) => `${screen}  ${finding}`));
    }
    let shown = '';
    for (const { name, screen, open } of dialogs) {
      if (screen !== shown) await show(page, screen);
      shown = screen;
      await open(page, text).catch((cause: unknown) => { throw new Error(`nobody could open "${name}" on ${screen}`, { cause }); });
      await page.locator(overScreens).first().waitFor();
      findings.push(...(await judge(page, view, overScreens)).map((finding) => `${screen}, ${name}  ${finding}`));
      await closeDialog(page).catch((cause: unknown) => { throw new Error(`Escape does not close "${name}" on ${screen}`, { cause }); });
    }
    await context.close();
    // Who leaves a page gives up what it still asks for; the console's core says so, and nobody else minds. As one text: a report cuts lists and objects, and what was found is all that somebody needs.
    expect([...findings, ...complaints.filter((complaint) => !complaint.includes('the request was given up'))].join('\n')).toBe('');
  });
});
