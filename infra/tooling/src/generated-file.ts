import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** A file that is made from others; `path` is relative to the workspace. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** Writes only what changed, so that nothing is built anew for nothing. Returns the paths that changed. */
export async function writeGenerated(files: readonly GeneratedFile[]): Promise<string[]> {
  const stale = await staleFiles(files);
  for (const { path, content } of stale) {
    await mkdir(dirname(join(workspaceRoot, path)), { recursive: true });
    await writeFile(join(workspaceRoot, path), content);
  }
  return stale.map(({ path }) => path);
}

/** Files whose committed text is not what their sources give now. */
export async function staleFiles(files: readonly GeneratedFile[]): Promise<GeneratedFile[]> {
  const stale: GeneratedFile[] = [];
  for (const file of files) {
    const committed = await readFile(join(workspaceRoot, file.path), 'utf8').catch(() => null);
    if (committed !== file.content) stale.push(file);
  }
  return stale;
}

export const report = (changed: readonly string[]): void => {
  process.stdout.write(changed.length === 0 ? 'Generated files are up to date.\n' : changed.map((path) => `${path}\n`).join(''));
};
