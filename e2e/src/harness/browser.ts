import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Where Debian puts it; nothing is downloaded at test time. */
const chromiumPath = '/usr/bin/chromium';

export const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

export interface View {
  readonly width: keyof typeof widths;
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'zh';
}

export async function openBrowser(): Promise<Browser> {
  if (!existsSync(chromiumPath)) throw new Error(`there is no browser at ${chromiumPath}; as root on Debian:  apt-get install --no-install-recommends chromium fonts-noto-cjk`);
  // Root has no sandbox of its own in a container, and shared memory is small there.
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb'] });
}

/** A page as one person would have it before signing in. Whatever the page complains of is kept. */
export async function openPage(browser: Browser, view: View): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly complaints: string[] }> {
  const context = await browser.newContext({
    viewport: widths[view.width], colorScheme: view.theme, locale: view.language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce',
    ...(view.width === 'phone' ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => { complaints.push(`thrown: ${error.message}`); });
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(`console: ${message.text()}`); });
  return { context, page, complaints };
}

/** Fills in the console's own form, as its only way in. */
export async function signInAt(page: Page, address: string, name: string, password: string): Promise<void> {
  await page.goto(address);
  await page.locator('input[name="name"]').fill(name);
  await page.locator('input[name="password"]').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('input[name="password"]').waitFor({ state: 'detached' });
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly impact: string | null; readonly help: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }[];
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Serious and critical findings of axe, one line each, in the whole page or in what the selector finds. The page's own policy forbids scripts
 * from outside, so axe comes in through the debugger.
 */
export async function seriousFindings(page: Page, within: string | null = null): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(await axeSource);
  const { violations } = await page.evaluate<AxeResult>(`axe.run(${within === null ? 'document' : JSON.stringify(within)}, { resultTypes: ["violations"] })`);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.map(String).join(' ')} ${(failureSummary ?? '').replaceAll('\n', ' ').slice(0, 200)}`));
}
