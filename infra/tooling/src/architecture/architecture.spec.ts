import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { workspaceRoot } from '../generated-file.ts';

const linesMax = 400;
const sources = globSync(['{apps,libs}/*/src/**/*.{ts,tsx,js}', 'infra/{tooling,local}/**/*.{ts,js}', 'e2e/src/**/*.ts'], { cwd: workspaceRoot, exclude: (name) => ['node_modules', 'dist', 'generated'].includes(basename(name)) }).sort();

describe('ARCHITECTURE.md', () => {
  let text = '';
  beforeAll(async () => {
    text = await readFile(join(workspaceRoot, 'ARCHITECTURE.md'), 'utf8');
  });
  const rowsOf = (topic: string): string[] => text.split('\n').filter((line) => line.startsWith('|') && (line.split('|')[1] ?? '').toLowerCase().includes(topic));
  const pathsIn = (part: string): string[] => [...part.matchAll(/`((?:apps|libs|infra|e2e|docs|\.ci)\/[^`\s]*)`/g)].map((match) => match[1] ?? '');

  it.each(['check', 'mutation', 'gate', 'screen', 'hook', 'transport', 'restore strategy', 'edge'])('says in one row where a new %s goes, by a path that exists', (topic) => {
    const rows = rowsOf(topic);
    expect(rows).toHaveLength(1);
    const [path] = pathsIn(rows[0] ?? '');
    expect(path).toBeDefined();
    expect(existsSync(join(workspaceRoot, path ?? ''))).toBe(true);
  });

  it('names no path that does not exist', () => {
    const missing = pathsIn(text).filter((path) => globSync(path.replaceAll(/<[^>]+>/g, '*'), { cwd: workspaceRoot }).length === 0);
    expect(missing).toEqual([]);
  });
});

describe('the sources', () => {
  it('are there to be looked at', () => {
    expect(sources.length).toBeGreaterThan(100);
  });

  it('have an index only where a library has its door', () => {
    expect(sources.filter((path) => /^index\.[jt]sx?$/.test(basename(path)) && !/^libs\/[^/]+\/src\/index\.ts$/.test(path) && path !== 'infra/local/src/index.ts')).toEqual([]);
  });

  it('have no file that is named after nothing', () => {
    expect(sources.filter((path) => /^(utils?|helpers?|misc|common)\./.test(basename(path)))).toEqual([]);
  });

  it(`have no file of more than ${String(linesMax)} lines`, async () => {
    const long = await Promise.all(sources.map(async (path) => ({ path, lines: (await readFile(join(workspaceRoot, path), 'utf8')).split('\n').length - 1 })));
    expect(long.filter(({ lines }) => lines > linesMax)).toEqual([]);
  });

  it('leave nothing for later in a comment', async () => {
    const marked = await Promise.all(sources.filter((path) => !path.startsWith('infra/tooling/src/architecture/')).map(async (path) => ({ path, text: await readFile(join(workspaceRoot, path), 'utf8') })));
    expect(marked.filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('a library', () => {
  const libraries = globSync('libs/*/package.json', { cwd: workspaceRoot }).sort();

  it.each(libraries)('has one door and one layer in %s', async (path) => {
    const { exports, nx } = JSON.parse(await readFile(join(workspaceRoot, path), 'utf8')) as { exports: unknown; nx: { tags: string[] } };
    expect(exports).toEqual({ '.': './src/index.ts' });
    expect(nx.tags).toHaveLength(1);
    expect(nx.tags[0]).toMatch(/^layer:/);
  });

  it.each(libraries)('lists what it exports by name in %s', async (path) => {
    const door = await readFile(join(workspaceRoot, path.replace('package.json', 'src/index.ts')), 'utf8');
    expect(door).toMatch(/^export (type )?\{/m);
    expect(door).not.toMatch(/export \*/);
  });
});
