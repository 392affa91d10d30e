import { type Page } from 'playwright-core';
import { type ConsoleText } from './console-texts.ts';

export interface ConsoleDialog {
  readonly name: string;
  /** Address of the screen that it opens over. */
  readonly screen: string;
  readonly open: (page: Page, text: ConsoleText) => Promise<void>;
}

interface Seen {
  readonly done: string;
  readonly running: string;
  readonly approved: string;
  readonly waiting: string;
  readonly nodeId: string;
}

const press = (...keys: readonly string[]): ConsoleDialog['open'] => async (page, text) => {
  for (const key of keys) await page.getByRole('button', { name: text(key), exact: true }).first().click();
};

const chooseFirstRow: ConsoleDialog['open'] = async (page) => { await page.locator('tbody input[type="checkbox"]').first().check(); };

/** A verb of a campaign: in its bar, or behind More where the bar has no room for it. */
const verb = (name: string): ConsoleDialog['open'] => async (page, text) => {
  const bar = page.locator('.campaign-bar');
  await bar.waitFor({ state: 'attached' });
  const label = text(`campaigns.verb.${name}`);
  const button = bar.getByRole('button', { name: label, exact: true });
  if (await button.isVisible()) return button.click();
  await bar.getByRole('button', { name: text('campaigns.verb.more'), exact: true }).click();
  // An item that is off says why, in words that may name other verbs.
  await page.getByRole('menuitem').filter({ has: page.getByText(label, { exact: true }) }).click();
};

const both = (...steps: readonly ConsoleDialog['open'][]): ConsoleDialog['open'] => async (page, text) => {
  for (const step of steps) await step(page, text);
};

/** What opens over the screens: questions, menus and drawers, each as a person opens it. Those of one screen stand together. */
export const consoleDialogs = ({ done, running, approved, waiting, nodeId }: Seen): readonly ConsoleDialog[] => [
  { name: 'halt all', screen: '/', open: press('shell.halt.button') },
  { name: 'keys', screen: '/', open: async (page) => { await page.keyboard.press('?'); } },
  { name: 'palette', screen: '/', open: async (page, text) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: text('shell.palette.title') }).fill('sim');
    await page.getByRole('option').first().waitFor();
  } },
  { name: 'help', screen: '/', open: async (page) => {
    await page.locator('main .page-head .icon-button').first().click();
    await page.locator('.help-drawer .drawer-head h2').waitFor();
  } },
  { name: 'views', screen: '/nodes', open: press('kit.views.title') },
  { name: 'save view', screen: '/nodes', open: press('kit.views.save') },
  { name: 'assess', screen: '/nodes', open: both(chooseFirstRow, press('nodes.assess')) },
  { name: 'hold a node', screen: `/nodes/${nodeId}`, open: press('nodes.verb.hold') },
  { name: 'retire a node', screen: `/nodes/${nodeId}`, open: press('nodes.verb.retire') },
  ...['halt', 'pause', 'hold', 'cancel'].map((name) => ({ name: `${name} a campaign`, screen: `/campaigns/${running}`, open: verb(name) })),
  { name: 'more verbs', screen: `/campaigns/${running}`, open: press('campaigns.verb.more') },
  { name: 'start a campaign', screen: `/campaigns/${approved}`, open: verb('start') },
  { name: 'roll back a campaign', screen: `/campaigns/${done}`, open: verb('rollback') },
  ...['approve', 'deny'].map((name) => ({ name: `${name} a campaign`, screen: `/approvals/${waiting}`, open: press(`campaigns.verb.${name}`) })),
  ...['people', 'tokens', 'sites', 'credentials', 'targets'].map((name) => ({ name: `add to ${name}`, screen: `/settings/${name}`, open: press(`settings.${name}.create`) })),
];

/** Closed by Escape, as every dialog must be. */
export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('[role="dialog"], [role="menu"]').first().waitFor({ state: 'detached' });
}
