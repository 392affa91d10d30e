import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot, toolEnvironment } from '../environment.ts';

async function runTool(what: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { cwd: repositoryRoot, env: toolEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output = `${output}${chunk.toString('utf8')}`.slice(-8000); });
  const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (code !== 0) throw new Error(`${what} failed (node ${args.join(' ')}):\n${output.trimEnd()}`);
}

export const apiProgram = join(repositoryRoot, 'apps/api/dist/main.js');
export const workerProgram = join(repositoryRoot, 'apps/worker/src/main.ts');

/** Only the api is compiled; the compiler itself knows what is up to date. */
export const buildApi = (): Promise<void> => runTool('compiling the api', ['node_modules/typescript-7/bin/tsc', '-b', 'apps/api']);

/** What people open in a browser; the api sends it as it was built. */
export const consoleSite = join(repositoryRoot, 'apps/console/dist/site');

/** Named after its sources in a file beside it, so that it is built again exactly when they changed. */
export async function buildConsole(): Promise<void> {
  const mark = join(consoleSite, '../site.digest');
  const digest = await digestOf(['apps/console/{src,public}/**/*.{ts,tsx,css,json,svg}', 'apps/console/{index.html,vite.config.ts}', 'libs/{client,core}/src/**/*.ts', 'docs/**/*.md', 'package-lock.json']);
  if (existsSync(join(consoleSite, 'index.html')) && (await readFile(mark, 'utf8').catch(() => '')) === digest) return;
  await runTool('building the console', ['node_modules/vite/bin/vite.js', 'build', 'apps/console', '--logLevel', 'warn']);
  await writeFile(mark, digest);
}

async function digestOf(patterns: readonly string[]): Promise<string> {
  const digest = createHash('sha256');
  const files: string[] = [];
  for await (const file of glob(patterns, { cwd: repositoryRoot })) files.push(file);
  for (const file of files.filter((name) => !/\.spec\.tsx?$/.test(name)).sort()) digest.update(file).update('\0').update(await readFile(join(repositoryRoot, file)));
  return digest.digest('hex');
}

/** Named after its sources, so that stacks share it and one that is in use never changes. */
export async function buildWorkflowBundle(): Promise<string> {
  const digest = await digestOf(['libs/{workflows,contract,core}/src/**/*.ts', 'infra/tooling/src/*bundle*.ts', 'package-lock.json']);
  const bundle = join(repositoryRoot, 'node_modules/.cache/skein', `workflows-${digest.slice(0, 16)}.js`);
  if (existsSync(bundle)) return bundle;
  await mkdir(join(bundle, '..'), { recursive: true });
  const making = `${bundle}.${process.pid}.new`;
  await runTool('bundling the workflows', ['infra/tooling/src/bundle-workflows.ts', making]);
  await rename(making, bundle);
  return bundle;
}
