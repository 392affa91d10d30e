import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { programEnvironment } from '../environment.ts';
import { openProcessGroup, removeProcessGroup } from './process-group.ts';

// lab-launcher STATE [PROCESS]: a session of its own, so that it outlives whoever started it. Keeps the daemon running until the daemon ends by itself,
// or until PROCESS is gone.
const [state = '', companion = ''] = process.argv.slice(2);
const daemon = fileURLToPath(new URL('../daemon/lab-daemon.ts', import.meta.url));
const lockTaken = 75;
const log = (line: string): void => { appendFileSync(join(state, 'launcher.log'), `${new Date().toISOString()} ${line}\n`); };
let stopping = false;
let daemonProcess: ChildProcess | null = null;
const end = (): void => {
  stopping = true;
  daemonProcess?.kill('SIGKILL');
};
process.on('SIGTERM', end);
process.on('SIGHUP', () => undefined);
writeFileSync(join(state, 'launcher.pid'), `${process.pid}\n`);

const born = startedAt();
// It may be gone before we even looked.
if (companion !== '') setInterval(() => { if (born === '' || startedAt() !== born) end(); }, 500).unref();

for (let failures = 0; !stopping;) {
  const began = Date.now();
  const code = await runDaemon();
  log(`daemon ended with ${code}`);
  // 0: it was told to stop. Taken lock: another launcher looks after this lab.
  if (code === 0 || code === lockTaken || stopping) break;
  failures = Date.now() - began > 30_000 ? 0 : failures + 1;
  if (failures > 1) await sleep(Math.min(200 * 2 ** failures, 10_000));
}
// The kernel takes a moment to bury the last processes of the nodes.
if (stopping) await sleep(300);
removeProcessGroup(state);

/** Together with the number this names a process for good: numbers are given again. */
function startedAt(): string {
  try {
    return readFileSync(`/proc/${companion}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function runDaemon(): Promise<number> {
  const cgroup = openProcessGroup(state);
  // The lock is free only when every process of the last lab is gone. The death signal ends the lab with this process; unshare takes everything below along.
  // The first process of the namespace is a shell that waits, because Node.js never reaps orphans.
  const child = spawn('/bin/sh', ['-c', '[ -z "$1" ] || echo $$ > "$1/daemon/cgroup.procs" || :; cgroup=$1; shift; exec "$@" "$cgroup"', 'lab', cgroup,
    'flock', '-w', '15', '-E', String(lockTaken), '-F', join(state, 'lock'), 'setpriv', '--pdeathsig', 'KILL',
    'unshare', '-n', '-m', '-p', '-f', '--kill-child=KILL', '--mount-proc', '/bin/sh', '-c', '"$@"; exit $?', 'skein-lab',
    process.execPath, '--disable-warning=ExperimentalWarning', daemon, state],
  { stdio: ['ignore', 'ignore', 'pipe'], env: programEnvironment });
  daemonProcess = child;
  child.stderr.setEncoding('utf8').on('data', (text: string) => { log(`daemon says: ${text.trim()}`); });
  return new Promise((resolve) => {
    child.once('error', (error) => { log(`start: ${error.message}`); resolve(1); });
    child.once('exit', (code, signal) => { resolve(code ?? (signal === null ? 1 : 128)); });
  });
}
