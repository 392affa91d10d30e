import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createApp } from '../create-app.ts';
import { fakeParts } from './fake-parts.ts';
import { plainWebSettings, type WebSettings } from './web-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'skein-console-'));
const script = `console.log(${JSON.stringify('x'.repeat(4000))})`;
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><head><meta name="csp-nonce" content="__SKEIN_CSP_NONCE__"><meta name="skein-environment" content="__SKEIN_ENVIRONMENT__"><meta name="skein-environment-protected" content="__SKEIN_ENVIRONMENT_PROTECTED__"></head><script type="module" src="/assets/index-AbCd1234.js" nonce="__SKEIN_CSP_NONCE__"></script>');
writeFileSync(join(folder, 'assets', 'index-AbCd1234.js'), script);
writeFileSync(join(folder, 'assets', 'index-AbCd1234.js.br'), brotliCompressSync(script));
writeFileSync(join(folder, 'assets', 'index-AbCd1234.js.gz'), gzipSync(script));
writeFileSync(join(folder, 'mark.svg'), '<svg/>');
writeFileSync(join(folder, '.secret'), 'hush');
afterAll(() => { rmSync(folder, { recursive: true }); });

let app: NestExpressApplication | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

async function start(web: Partial<WebSettings> = {}): Promise<string> {
  app = await createApp({ ...fakeParts(), web: { ...plainWebSettings, consoleFolder: folder, ...web } });
  await app.listen(0, '127.0.0.1');
  return app.getUrl();
}
const page = (address: string, path = '/', headers: Readonly<Record<string, string>> = {}): Promise<Response> => fetch(`${address}${path}`, { headers: { accept: 'text/html,*/*;q=0.8', ...headers } });

describe('the console', () => {
  it('is a page with a nonce of its own each time, and a policy that lets nothing else in', async () => {
    const address = await start({ environmentName: 'Production', isProtected: true });
    const [one, other] = [await page(address), await page(address)];
    const html = await one.text();
    const nonce = /csp-nonce" content="([\w+/=]{24})"/.exec(html)?.[1] ?? '';
    expect(one.headers.get('content-security-policy')).toBe(`default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`);
    expect([one.status, one.headers.get('cache-control'), one.headers.get('x-content-type-options'), one.headers.get('referrer-policy')]).toEqual([200, 'no-store', 'nosniff', 'no-referrer']);
    expect(html).toContain('content="Production"');
    expect(html).toContain('protected" content="true"');
    expect(html).not.toContain('__');
    expect(await other.text()).not.toContain(nonce);
  });

  it('answers at every address of its own, and not for files and routes that are not there', async () => {
    const address = await start();
    for (const path of ['/', '/campaigns/c1', '/nodes?site=sz', '/runs/r', '/index.html']) expect([path, (await page(address, path)).status]).toEqual([path, 200]);
    for (const path of ['/assets/gone-AbCd1234.js', '/favicon.ico', '/.secret']) expect([path, (await page(address, path)).status]).toEqual([path, 404]);
    const asked = await fetch(`${address}/nothing`, { headers: { accept: 'application/json' } });
    expect([asked.status, await asked.json()]).toMatchObject([404, { errors: [{ extensions: { code: 'NOT_FOUND', retryable: false } }] }]);
  });

  it.each([['br', 'br'], ['gzip', 'gzip'], ['identity', null]])('sends files as they were packed while building: %s', async (accepted, encoding) => {
    const response = await fetch(`${await start()}/assets/index-AbCd1234.js`, { headers: { 'accept-encoding': accepted } });
    expect([response.headers.get('content-encoding'), response.headers.get('content-type'), response.headers.get('cache-control'), response.headers.get('vary')])
      .toEqual([encoding, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', 'Accept-Encoding']);
    expect(await response.text()).toBe(script);
  });

  it('lets browsers ask anew for what has no digest in its name', async () => {
    const response = await fetch(`${await start()}/mark.svg`);
    expect([response.headers.get('cache-control'), response.headers.get('content-type')]).toEqual(['no-cache', 'image/svg+xml']);
  });

  it('loads while the database is away', async () => {
    app = await createApp({ ...fakeParts({ tokens: { principalByToken: () => Promise.reject(new Error('away')), principalsByTokens: () => Promise.resolve(new Map()) } }), web: { ...plainWebSettings, consoleFolder: folder } });
    await app.listen(0, '127.0.0.1');
    expect((await page(await app.getUrl(), '/', { cookie: `skein=skein_session_${'x'.repeat(43)}` })).status).toBe(200);
  });

  it('says so where it was not built', async () => {
    const response = await page(await start({ consoleFolder: null }));
    expect([response.status, (await response.text()).includes('The console is not built')]).toEqual([503, true]);
  });
});
