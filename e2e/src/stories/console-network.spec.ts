import { type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BreakableNetwork, openBreakableNetwork } from '../harness/breakable-network.ts';
import { openBrowser, openPage, signInAt } from '../harness/browser.ts';
import { type ConsoleStack, openConsoleStack } from '../harness/console-stack.ts';

const cutSeconds = 60;

let story: ConsoleStack;
let network: BreakableNetwork;
let browser: Browser;
beforeAll(async () => {
  story = await openConsoleStack(60);
  network = await openBreakableNetwork(story.stack.urls.api);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await network?.close();
  await story?.close();
});

describe('the live page while its network is cut', () => {
  it('says that it is stale, refuses to start, tries to halt and says what it knows, and recovers without being loaded again', async () => {
    const { campaigns, hostnames } = story;
    const campaignId = await campaigns.start('network', hostnames.slice(0, 8), { gate: { soakSeconds: 3600 } });
    await campaigns.until(campaignId, 'somebody soaks', 120, (_campaign, runs) => runs.some(({ state }) => state === 'SOAKING'));
    const { page, complaints } = await openPage(browser, { width: 'desktop', theme: 'light', language: 'en' });
    await signInAt(page, network.address, 'operator', story.stack.people.operator);
    await page.goto(`${network.address}/campaigns/${campaignId}`);
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'network' }).waitFor();
    await page.evaluate(() => { (window as unknown as { neverLoadedAgain: boolean }).neverLoadedAgain = true; });

    network.cut();
    const cutAt = Date.now();
    await page.getByText(/^Stale since/).waitFor({ timeout: 15_000 });
    // The promise is five seconds; the rest is for a machine that is busy.
    expect(Date.now() - cutAt).toBeLessThan(8000);
    const rollback = page.getByRole('button', { name: 'Roll back…' });
    expect(await rollback.getAttribute('aria-disabled')).toBe('true');
    await rollback.hover({ force: true });
    await page.getByRole('tooltip').getByText(/There has been no live data/).waitFor();

    await page.getByRole('button', { name: 'Halt', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    const told = page.getByRole('alert');
    await told.getByText('No answer: whether it was done is not known').waitFor({ timeout: 40_000 });
    expect(await page.getByText('Halted by a person.').count()).toBe(0);
    expect(await page.getByText('Live', { exact: true }).count()).toBe(0);
    await page.waitForTimeout(Math.max(0, cutSeconds * 1000 - (Date.now() - cutAt)));
    expect(await page.getByText(/^Stale since/).count()).toBeGreaterThan(0);

    network.mend();
    await page.getByText('Live', { exact: true }).waitFor({ timeout: 20_000 });
    // The dialog is still there: the same press, under the same key, and this time there is an answer.
    await page.getByRole('dialog').getByRole('button', { name: 'Halt campaign' }).click();
    await page.getByRole('dialog', { name: /is halted/ }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByText('Halted by a person.').waitFor();
    expect(await page.evaluate(() => (window as unknown as { neverLoadedAgain?: boolean }).neverLoadedAgain)).toBe(true);
    expect((await campaigns.until(campaignId, 'it is halted', 60, ({ state }) => state === 'HALTED')).campaign.state).toBe('HALTED');
    // What could not be reached is told on the page; the browser itself says so too, and nothing else.
    expect(complaints.filter((complaint) => !/Failed to load resource|WebSocket/.test(complaint))).toEqual([]);
  });
});
