import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWorkspace, type LintMessage, type WorkspaceCopy } from './workspace-copy.ts';

const boundary = '@nx/enforce-module-boundaries';
const imports = '@typescript-eslint/no-restricted-imports';
const syntax = 'no-restricted-syntax';

/** One wrong file each: what it tries, where, the text, the rule that must refuse it, and words that its message must teach. */
const forbidden: readonly (readonly [what: string, path: string, text: string, rule: string, teaches: string])[] = [
  ['core to import a package', 'libs/core/src/kernel/package.ts', `import { sql } from 'kysely';\nexport const query = sql;\n`, boundary, 'not allowed to import'],
  ['core to use a Node built-in', 'libs/core/src/kernel/built-in.ts', `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`, imports, 'not even Node built-ins'],
  ['core to read the clock', 'libs/core/src/kernel/clock.ts', `export const now = (): number => Date.now();\n`, 'no-restricted-globals', 'Time is an argument'],
  ['core to be left to chance', 'libs/core/src/kernel/chance.ts', `export const chance = (): number => Math.random();\n`, 'no-restricted-properties', 'take a seed'],
  ['the contract to import the lab', 'libs/contract/src/lab.ts', `import * as lab from '@skein/lab';\nexport const nodes = lab;\n`, boundary, 'layer:contract'],
  ['a workflow to decide', 'libs/workflows/src/decider.ts', `import { mayFollow } from '@skein/core';\nexport const decide = mayFollow;\n`, imports, 'Deciders run in activities'],
  ['a workflow to read the clock', 'libs/workflows/src/clock.ts', `export const now = (): number => Date.now();\n`, 'no-restricted-globals', 'only drives'],
  ['a store to import another adapter', 'libs/persistence/src/run/other-adapter.ts', `import { type NodeTransport } from '@skein/node-access';\nexport type Transport = NodeTransport;\n`, boundary, 'layer:persistence'],
  ['an app to import the lab', 'apps/api/src/platform/lab.ts', `import * as lab from '@skein/lab';\nexport const nodes = lab;\n`, boundary, 'layer:app'],
  ['product code to import the test kit', 'apps/worker/src/kit.ts', `import { startPostgres } from '@skein/testkit';\nexport const start = startPostgres;\n`, boundary, 'layer:app'],
  ['a path into another library', 'libs/node-access/src/transport/path.ts', `import { type NodeId } from '../../../core/src/kernel/ids.ts';\nexport type Id = NodeId;\n`, boundary, 'relative'],
  ['a package that only a dependency brought along', 'libs/persistence/src/run/transitive.ts', `import { Subject } from 'rxjs';\nexport const subject = new Subject<string>();\n`, boundary, 'ransitive'],
  ['ssh2 outside its wrapper', 'libs/node-access/src/transport/raw-ssh.ts', `import { Client } from 'ssh2';\nexport const client = (): Client => new Client();\n`, imports, 'guarded-ssh.ts'],
  ['reading the environment anywhere', 'apps/worker/src/setting.ts', `export const setting = process.env['SETTING'];\n`, syntax, 'environment.ts'],
  ['a shell string', 'libs/node-access/src/hook/shell.ts', `import { exec } from 'node:child_process';\nexport const run = exec;\n`, imports, 'execFile'],
  ['a default export', 'libs/persistence/src/run/anonymous.ts', `export default 1;\n`, syntax, 'Export it by name'],
  ['an inner index', 'libs/persistence/src/run/index.ts', `export const one = 1;\n`, 'skein/file-name', 'import cycles'],
  ['a file named after nothing', 'libs/persistence/src/run/utils.ts', `export const one = 1;\n`, 'skein/file-name', 'named after nothing'],
  ['a library to print', 'libs/persistence/src/run/print.ts', `export const print = (): void => { console.log('here'); };\n`, syntax, 'logger as an argument'],
  ['any', 'libs/persistence/src/run/loose.ts', `export const loose = (value: any): string => String(value);\n`, '@typescript-eslint/no-explicit-any', 'any'],
  ['a promise that nobody waits for', 'apps/worker/src/floating.ts', `const later = async (): Promise<void> => undefined;\nexport const start = (): void => { later(); };\n`, '@typescript-eslint/no-floating-promises', 'Promises must be awaited'],
  ['a test that stays alone', 'libs/core/src/kernel/alone.spec.ts', `import { expect, it } from 'vitest';\nit.only('adds', () => { expect(1 + 1).toBe(2); });\n`, syntax, 'does not run'],
];

/** Files that do right, next to the wrong ones: lint must have nothing to say about them. */
const allowed: Readonly<Record<string, string>> = {
  'libs/core/src/kernel/right.ts': `import { type Instant } from './time.ts';\nexport const later = (at: Instant): number => at + 1;\n`,
  'libs/core/src/kernel/right.spec.ts': `import { expect, it } from 'vitest';\nit('adds', () => { expect(1 + 1).toBe(2); });\n`,
  'libs/workflows/src/right.ts': `import { type RunId } from '@skein/core';\nimport { controlQueue } from '@skein/contract';\nexport const queueOf = (_runId: RunId): string => controlQueue;\n`,
  'libs/persistence/src/run/right.spec.ts': `import { startPostgres } from '@skein/testkit';\nexport const start = startPostgres;\n`,
  'apps/worker/src/right.ts': `import { type NodeTransport } from '@skein/node-access';\nimport { type RunStore } from '@skein/persistence';\nexport type Both = NodeTransport & RunStore;\n`,
};

describe('nx lint', () => {
  let copy: WorkspaceCopy;
  let found: ReadonlyMap<string, readonly LintMessage[]> = new Map();
  beforeAll(async () => {
    copy = await copyWorkspace();
    found = await copy.lint({ ...allowed, ...Object.fromEntries(forbidden.map(([, path, text]) => [path, text])) });
  }, 120_000);
  afterAll(() => copy.remove());

  it('forbids core to import a store, which would also close a cycle', async () => {
    const path = 'libs/core/src/kernel/store.ts';
    const messages = (await copy.lint({ [path]: `import { migrate } from '@skein/persistence';\nexport const run = migrate;\n` })).get(path) ?? [];
    expect(messages.find(({ ruleId }) => ruleId === boundary)?.message).toContain('Circular dependency');
    expect(messages.find(({ ruleId }) => ruleId === imports)?.message).toContain('Core imports nothing');
  }, 60_000);

  it.each(forbidden)('forbids %s', (_what, path, _text, rule, teaches) => {
    const messages = found.get(path) ?? [];
    expect(messages.map(({ ruleId }) => ruleId)).toContain(rule);
    expect(messages.filter(({ ruleId }) => ruleId === rule).map(({ message }) => message).join(' ')).toContain(teaches);
  });

  it.each(Object.keys(allowed))('has nothing against %s', (path) => {
    expect(found.get(path)).toEqual([]);
  });
});
