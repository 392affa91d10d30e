// What has to be there before anything of ours can run. Plain JavaScript for the Node that the machine has, without dependencies:
// the right Node comes with the dependencies, and they are not installed yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const ourNode = join(repositoryRoot, 'node_modules', '.bin', 'node');
const stampFile = join(repositoryRoot, 'node_modules', '.skein-installed');
const lockFile = join(repositoryRoot, 'package-lock.json');

const nodeNeeded = [20, 19];
const npmNeeded = 11;
// Packages, the Go build and its cache, a database that grows a little.
const installGibNeeded = 6;

const digestOf = (text) => createHash('sha256').update(text).digest('hex');

/** node_modules/.bin off PATH: while packages are installed anew, the Node in there disappears under the feet of whoever runs on it. */
const machinePath = () => (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.endsWith(join('node_modules', '.bin'))).join(delimiter);

/** Whether what is installed is what the lockfile says, compared package by package with the list that npm left. */
function installedMatchesLock() {
  try {
    const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
    const found = JSON.parse(readFileSync(join(repositoryRoot, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    for (const [path, entry] of Object.entries(wanted)) {
      if (!path.includes('node_modules/')) continue;
      const there = found[path];
      if (there === undefined ? !entry.optional && !entry.devOptional && !entry.link : there.version !== entry.version || there.integrity !== entry.integrity) return false;
    }
    return existsSync(ourNode) || process.platform !== 'linux';
  } catch {
    return false;
  }
}

export function isInstalled() {
  const digest = digestOf(readFileSync(lockFile, 'utf8'));
  try {
    if (readFileSync(stampFile, 'utf8').trim() === digest && existsSync(ourNode)) return true;
  } catch {
    // No stamp: somebody may have installed by hand.
  }
  if (!installedMatchesLock()) return false;
  writeFileSync(stampFile, `${digest}\n`);
  return true;
}

/** Finished server programs of the pinned modules, or a way to do without. The same rule as src/parts/temporal-programs.ts, and a test holds them together. */
export function temporalCacheDirectory(cache) {
  const pins = ['go.mod', 'go.sum'].map((name) => readFileSync(join(repositoryRoot, 'infra/local/temporal', name)));
  return join(cache, 'temporal', createHash('sha256').update(Buffer.concat(pins)).digest('hex').slice(0, 16));
}

const programAnswers = (program, args) => {
  const answer = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, PATH: machinePath() } });
  return answer.status === 0 ? answer.stdout.trim() : null;
};

/** Everything that is missing, each with the command that helps; found out before anybody has to wait for anything. */
export function missingPrerequisites({ needsTemporal }) {
  const missing = [];
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < nodeNeeded[0] || (major === nodeNeeded[0] && minor < nodeNeeded[1])) {
    missing.push(`Node ${nodeNeeded.join('.')} or newer to begin with; this is ${process.versions.node}\n      https://nodejs.org/en/download`);
  }
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    missing.push(`Linux on x64 or arm64; this is ${process.platform} on ${process.arch}\n      run it in a Linux container or virtual machine`);
  }
  if (!isInstalled()) {
    const npm = programAnswers('npm', ['--version']);
    if (npm === null || Number(npm.split('.')[0]) < npmNeeded) {
      missing.push(`npm ${npmNeeded} or newer; ${npm === null ? 'there is none on PATH' : `this is ${npm}`}\n      npm install --global npm@${npmNeeded}`);
    }
    const disk = statfsSync(repositoryRoot);
    const freeGib = (disk.bavail * disk.bsize) / 2 ** 30;
    if (freeGib < installGibNeeded) missing.push(`${installGibNeeded} GiB of free disk for packages and builds; ${repositoryRoot} has ${freeGib.toFixed(1)} GiB`);
  }
  if (needsTemporal && !process.env['TEMPORAL_ADDRESS'] && !process.env['SKEIN_TEMPORAL_SERVER']) {
    const built = temporalCacheDirectory(resolve(process.env['SKEIN_CACHE'] || join(homedir(), '.cache', 'skein')));
    if (!existsSync(join(built, 'temporal-server')) && programAnswers('go', ['version']) === null) {
      missing.push('Go, to build the Temporal server once (about 6 minutes on two cores); there is none on PATH\n      https://go.dev/dl  or use a Temporal of yours:  TEMPORAL_ADDRESS=host:7233');
    }
  }
  return missing;
}

export function refuseWhenMissing(what) {
  const missing = missingPrerequisites(what);
  if (missing.length === 0) return;
  process.stderr.write(`Skein cannot start here yet. It needs:\n\n${missing.map((line) => `  - ${line}`).join('\n')}\n\n`);
  process.exit(1);
}

/** Resolves when the locked packages are there. Only when the lockfile changed since; 90 seconds on two cores. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const began = Date.now();
  const elapsed = () => `${Math.round((Date.now() - began) / 1000)} s`;
  process.stdout.write('  dependencies    installing the locked packages (npm ci; about 90 s on two cores)\n');
  const beat = setInterval(() => process.stdout.write(`  dependencies    still installing (${elapsed()})\n`), 30_000);
  const child = spawn('npm', ['ci', '--loglevel=error'], { cwd: repositoryRoot, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, PATH: machinePath() } });
  const code = await new Promise((done) => child.once('exit', done).once('error', () => done(-1)));
  clearInterval(beat);
  if (code !== 0) {
    process.stderr.write('\nnpm ci failed; what it said stands above. Try it by hand:\n\n  npm ci\n\n');
    process.exit(1);
  }
  writeFileSync(stampFile, `${digestOf(readFileSync(lockFile, 'utf8'))}\n`);
  process.stdout.write(`  dependencies    installed (${elapsed()})\n`);
}

/** Started by `npm`, the terminal's process is npm itself: above us, perhaps with a shell between. */
function launcherPid() {
  if (process.env['npm_lifecycle_event'] === undefined) return process.pid;
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    return ['sh', 'dash', 'bash'].includes(name) ? Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) : process.ppid;
  } catch {
    return process.pid;
  }
}

/** Runs a TypeScript file of ours on our Node and ends as it ends. */
export async function continueWith(file, args) {
  const child = spawn(ourNode, [join(repositoryRoot, file), ...args], {
    cwd: process.env['INIT_CWD'] ?? process.cwd(), stdio: 'inherit', env: { ...process.env, SKEIN_LAUNCHER_PID: String(launcherPid()) },
  });
  // Ctrl-C reaches the child by itself, from the terminal; here it only must not end the one who waits. The rest is handed on.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm hands SIGTERM to the shell between us, and that dies of it without a word: an orphan has been told to stop.
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] !== undefined) setInterval(() => { if (process.ppid !== parent) child.kill('SIGTERM'); }, 500).unref();
  const [code, signal] = await new Promise((done) => child.once('exit', (...how) => done(how)).once('error', (error) => { process.stderr.write(`${error.message}\n`); done([1, null]); }));
  process.exit(signal === null ? code : 128 + 15);
}
