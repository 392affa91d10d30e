import { type Page } from 'playwright-core';

const tabsMax = 200;

/** What has the focus, by the name that assistive technology would say. Playwright knows roles and names of elements, not of the focus. */
const focusedName = (page: Page): Promise<string> => page.evaluate(() => {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return '';
  const labelledBy = element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const label = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map((one) => one.textContent).join(' ') : '';
  return (element.getAttribute('aria-label') ?? labelledBy ?? (label === '' ? element.textContent : label)).replaceAll(/\s+/g, ' ').trim();
});

/** A person without a mouse: only keys, and only what has the focus. */
export class Keyboard {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Presses Tab until something with this name has the focus; says what there was when nothing has. */
  async tabTo(name: RegExp): Promise<void> {
    const met: string[] = [];
    for (let tabs = 0; tabs < tabsMax; tabs += 1) {
      const focused = await focusedName(this.page);
      if (name.test(focused)) return;
      met.push(focused.slice(0, 40));
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`no Tab leads to ${String(name)}; on the way at ${this.page.url()}: ${[...new Set(met)].join(' | ')}`);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async activate(name: RegExp): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.press('Enter');
  }

  async fillIn(name: RegExp, text: string): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  /** Why this cannot be used now, as it is told to whoever comes to it; fails where it can be used. */
  async refusalOf(name: RegExp): Promise<string> {
    await this.tabTo(name);
    const told = await this.page.waitForFunction(() => {
      const element = document.activeElement;
      if (element?.getAttribute('aria-disabled') !== 'true') return null;
      return (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
    });
    return (await told.jsonValue()) ?? '';
  }
}
