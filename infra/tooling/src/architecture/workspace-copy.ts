import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from '../generated-file.ts';

export interface LintMessage {
  readonly ruleId: string;
  readonly message: string;
}

export interface WorkspaceCopy {
  /** Writes files, lints exactly these through `nx lint` and removes them; what lint said, by path. Throws when lint itself breaks. */
  lint(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, readonly LintMessage[]>>;
  remove(): Promise<void>;
}

/**
 * The workspace's sources in a temporary folder, for trying what must be refused: a wrong file in the real one would be seen by every
 * other check that runs at the same moment. Dependencies are linked, not copied.
 */
export async function copyWorkspace(): Promise<WorkspaceCopy> {
  const root = await mkdtemp(join(tmpdir(), 'skein-workspace-'));
  const notSources = new Set(['node_modules', 'dist', '.nx', '.skein']);
  for (const part of ['apps', 'libs', 'infra', 'e2e', 'nx.json', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    await cp(join(workspaceRoot, part), join(root, part), { recursive: true, filter: (path) => !notSources.has(basename(path)) });
  }
  await linkDependencies(root);
  // Nx tells its children by variables where the workspace is and what runs; this one is another workspace.
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NX_')));
  return {
    async lint(files) {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), content);
      }
      const report = join(root, 'lint.json');
      const arguments_ = ['lint', '@skein/tooling', `--files=${Object.keys(files).join(' ')} --format json --output-file ${report}`, '--skip-nx-cache'];
      const { failure } = await promisify(execFile)(process.execPath, [join(root, 'node_modules/.bin/nx'), ...arguments_], { cwd: root, env: environment }).then(() => ({ failure: null }), (failure: unknown) => ({ failure }));
      const text = await readFile(report, 'utf8').catch((cause: unknown) => { throw new Error('lint a copy of the workspace', { cause: failure ?? cause }); });
      for (const path of [report, ...Object.keys(files).map((file) => join(root, file))]) await rm(path);
      const found = JSON.parse(text) as { filePath: string; messages: LintMessage[] }[];
      return new Map(found.map(({ filePath, messages }) => [filePath.slice(root.length + 1), messages]));
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Packages of others are linked to where they are; our own to the copy, as npm links them, or an import would leave it unnoticed. */
async function linkDependencies(root: string): Promise<void> {
  const from = join(workspaceRoot, 'node_modules');
  await mkdir(join(root, 'node_modules'));
  for (const name of await readdir(from)) {
    if (name === '@skein') await cp(join(from, name), join(root, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
    else await symlink(join(from, name), join(root, 'node_modules', name));
  }
}
