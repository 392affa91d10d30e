import { type Browser, type Page } from 'playwright-core';
import { openBrowser, openPage, signInAt } from '../harness/browser.ts';
import { Keyboard } from '../harness/keyboard.ts';
import { type Way } from './way.ts';

interface ConsoleWayOptions {
  readonly address: string;
  readonly passwords: { readonly admin: string; readonly approver: string };
}

/** The console, by two people in two browsers, without a mouse: after the sign-in, every step is keys. */
export async function consoleWay({ address, passwords }: ConsoleWayOptions): Promise<Way> {
  const browser = await openBrowser();
  const author = await personAt(browser, address, 'admin', passwords.admin);
  const approver = await personAt(browser, address, 'approver', passwords.approver);
  const confirm = async ({ page }: Keyboard): Promise<void> => {
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor({ state: 'detached' }).catch(async (cause: unknown) => { throw new Error(`the dialog stays open: ${await dialog.innerText()}`, { cause }); });
  };
  const dialogOpens = async ({ page }: Keyboard): Promise<void> => {
    await page.getByRole('dialog').waitFor().catch(async (cause: unknown) => { throw new Error(`no dialog opens; the page says: ${await page.locator('body').innerText()}`, { cause }); });
  };
  /** The dialogs that ask for more than one press: the name, and why. */
  const typeAndConfirm = async (keyboard: Keyboard, name: string, verb: RegExp): Promise<void> => {
    await dialogOpens(keyboard);
    await keyboard.fillIn(/^Type /, name);
    await keyboard.fillIn(/^Reason/, 'story');
    await keyboard.tabTo(verb);
    await confirm(keyboard);
  };
  const toCampaign = async ({ page }: Keyboard, campaignId: string): Promise<void> => {
    if (!new URL(page.url()).pathname.startsWith(`/campaigns/${campaignId}`)) await page.goto(`${address}/campaigns/${campaignId}`);
    await page.getByRole('group', { name: 'Campaign actions' }).waitFor();
  };

  return {
    async createAndSubmit(name, hostnames) {
      const { page } = author;
      await author.press('g', 'c');
      await author.activate(/^New campaign$/);
      await author.fillIn(/^Name$/, name);
      await author.fillIn(/^Host names, one per line/, hostnames.join(', '));
      await author.activate(/^Add nodes$/);
      await page.getByText(hostnames[0] ?? '', { exact: true }).first().waitFor();
      for (const step of ['Preflight', 'Recipe', 'Waves', 'Gates', 'Limits and hooks', 'Review']) await author.activate(new RegExp(`^Continue to ${step}$`));
      await author.activate(/^Submit/);
      await dialogOpens(author);
      await confirm(author);
      await page.waitForURL(/\/campaigns\/[0-9a-f-]{36}$/);
      return new URL(page.url()).pathname.split('/').at(-1) ?? '';
    },
    async approveAsAuthor(campaignId) {
      await toCampaign(author, campaignId);
      return author.refusalOf(/^Approve…$/);
    },
    async approveAsSecondPerson(campaignId) {
      const { page } = approver;
      await approver.press('g', 'a');
      await page.getByRole('heading', { name: 'Approvals' }).waitFor();
      const name = await author.page.getByRole('heading', { level: 1 }).innerText();
      await approver.activate(new RegExp(escapeRegExp(name)));
      await page.waitForURL(new RegExp(campaignId));
      // The address changes before the page does, and nobody approves what was not read.
      await page.locator('.with-request').getByRole('region', { name, exact: true }).getByRole('heading').first().waitFor();
      await approver.activate(/^Approve…$/);
      await typeAndConfirm(approver, name, /^Approve/);
    },
    async start(campaignId, name) {
      await toCampaign(author, campaignId);
      await author.page.getByText('Approved and not started.').waitFor();
      await author.activate(/^Start…$/);
      await typeAndConfirm(author, name, /^Start/);
    },
    async watchUntilInFlight(campaignId) {
      await toCampaign(author, campaignId);
      // The strip is a row of links, each with its count; nothing is reloaded.
      await author.page.getByRole('link', { name: /[1-9]\d* In flight|In flight [1-9]/ }).waitFor({ timeout: 120_000 });
      await author.page.getByText(/past the point of no return/).first().waitFor({ timeout: 120_000 });
    },
    async halt(campaignId) {
      await toCampaign(author, campaignId);
      await author.activate(/^Halt$/);
      await author.page.getByRole('dialog', { name: /^Halt / }).waitFor();
      await author.press('Enter');
      await author.page.getByRole('dialog', { name: /halted|Halted/ }).waitFor();
      await confirm(author);
    },
    async rollback(campaignId, name) {
      await toCampaign(author, campaignId);
      // A person reads that it has stopped before bringing anything back.
      await author.page.locator('header, main').getByText('Halted', { exact: true }).first().waitFor();
      await author.activate(/^Roll back…$/);
      await dialogOpens(author);
      await author.tabTo(/^Scope/);
      await author.press('End');
      await typeAndConfirm(author, name, /^Roll back \d/);
      await author.page.waitForURL((url) => url.pathname.startsWith('/campaigns/') && !url.pathname.includes(campaignId));
      return new URL(author.page.url()).pathname.split('/').at(-1) ?? '';
    },
    close: () => browser.close(),
  };
}

async function personAt(browser: Browser, address: string, name: string, password: string): Promise<Keyboard> {
  const { page }: { readonly page: Page } = await openPage(browser, { width: 'desktop', theme: 'light', language: 'en' });
  await signInAt(page, address, name, password);
  return new Keyboard(page);
}

const escapeRegExp = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
