import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser } from 'playwright-core';
import { destroyLab } from '@skein/lab';
import { demoCampaignName, GraphqlClient, runDemo, silentTerminal, startStack, type Stack } from '@skein/local';
import { openBrowser, openPage, signInAt } from '../harness/browser.ts';
import { freePort } from '../harness/free-port.ts';

/**
 * Takes the README's pictures: the demo campaign on lab nodes in the middle of its last wave, as it is. Needs root on Debian and Chromium,
 * and takes some minutes.
 */
const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const themes = ['light', 'dark'] as const;
const pictureBytesMax = 250_000;
const waitMinutesMax = 15;
/** Enough of the last wave is done that there is something to see, and enough is left. */
const doneInLastWave = 6;

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly waves: readonly { readonly number: number; readonly byStateClass: readonly { readonly stateClass: string; readonly count: number }[] }[];
}

const say = (line: string): void => { process.stderr.write(`  ${line}\n`); };

async function untilLastWave(operator: GraphqlClient): Promise<string> {
  for (const until = Date.now() + waitMinutesMax * 60_000; Date.now() < until; await sleep(500)) {
    const { campaigns } = await operator.query<{ campaigns: { nodes: Seen[] } }>('query($text: String!) { campaigns(filter: { text: $text }) { nodes { id state waves { number byStateClass { stateClass count } } } } }', { text: demoCampaignName });
    const [campaign] = campaigns.nodes;
    const migrated = campaign?.waves.find(({ number }) => number === 3)?.byStateClass.find(({ stateClass }) => stateClass === 'MIGRATED')?.count ?? 0;
    if (campaign !== undefined && migrated >= doneInLastWave) return campaign.id;
    if (campaign !== undefined && campaign.state !== 'RUNNING' && campaign.waves.length > 0 && !['DRAFT', 'AWAITING_APPROVAL', 'SCHEDULED'].includes(campaign.state)) throw new Error(`the demo campaign is ${campaign.state} and has not come to its last wave`);
  }
  throw new Error(`the demo campaign did not come to its last wave within ${String(waitMinutesMax)} minutes`);
}

async function takePictures(stack: Stack, browser: Browser, path: () => Promise<string>): Promise<void> {
  const password = stack.people.operator;
  const pages = await Promise.all(themes.map(async (theme) => {
    const { page, complaints } = await openPage(browser, { width: 'desktop', theme, language: 'en' });
    await signInAt(page, stack.urls.api, 'operator', password);
    return { theme, page, complaints };
  }));
  const address = `${stack.urls.api}${await path()}`;
  mkdirSync(folder, { recursive: true });
  for (const { theme, page, complaints } of pages) {
    await page.goto(address);
    await page.getByText(demoCampaignName).first().waitFor();
    await sleep(4000);
    if (complaints.length > 0) throw new Error(`the page complains: ${complaints.join('; ')}`);
    const picture = await page.screenshot({ type: 'png', animations: 'disabled' });
    if (picture.length > pictureBytesMax) throw new Error(`the ${theme} picture has ${String(picture.length)} bytes, more than ${String(pictureBytesMax)}`);
    writeFileSync(join(folder, `campaign-${theme}.png`), picture);
    say(`campaign-${theme}.png: ${(picture.length / 1000).toFixed(0)} kB`);
  }
}

const home = mkdtempSync(join(tmpdir(), 'skein-pictures-'));
const stack = await startStack({ home, fleet: 'lab', ports: { api: await freePort(), worker: await freePort() } });
const browser = await openBrowser();
try {
  say('the stack is up; the demo begins');
  const demo = runDemo(stack, silentTerminal);
  // Rejects with the demo, and otherwise stays open.
  const failed = demo.then(() => new Promise<never>(() => undefined));
  failed.catch(() => undefined);
  const operator = await GraphqlClient.signIn(`${stack.urls.api}/graphql`, 'operator', stack.people.operator);
  await takePictures(stack, browser, async () => `/campaigns/${await Promise.race([untilLastWave(operator), failed])}`);
  // Nodes that are just being changed are not switched off.
  const summary = await demo;
  say(`the demo campaign ended ${summary?.state ?? 'without an outcome'}`);
} finally {
  await browser.close();
  await stack.stop();
  await destroyLab(join(home, 'lab'));
  rmSync(home, { recursive: true, force: true });
}
