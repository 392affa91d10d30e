import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
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

describe('imports within a project', () => {
  const importsOf = async (path: string): Promise<readonly string[]> => {
    const { importedFiles } = ts.preProcessFile(await readFile(join(workspaceRoot, path), 'utf8'), true, true);
    return importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.')).map((name) => join(dirname(path), name));
  };

  it('never lead back to where they began, types included', async () => {
    const files = sources.filter((path) => !/\.(spec|d)\.tsx?$/.test(path));
    const left = new Map(await Promise.all(files.map(async (path) => [path, new Set((await importsOf(path)).filter((name) => files.includes(name)))] as const)));
    // What imports nothing that is left, or is imported by nothing that is left, lies on no circle.
    for (let before = -1; before !== left.size;) {
      before = left.size;
      const wanted = new Set([...left.values()].flatMap((names) => [...names].filter((name) => left.has(name))));
      for (const [path, names] of left) if (!wanted.has(path) || ![...names].some((name) => left.has(name))) left.delete(path);
    }
    expect([...left].map(([path, names]) => `${path} -> ${[...names].filter((name) => left.has(name)).join(', ')}`)).toEqual([]);
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
