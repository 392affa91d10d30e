import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Duplex } from 'node:stream';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programFolders } from '../environment.ts';
import { tryProgram, type ProgramResult } from '../image/run-program.ts';
import { ConsoleRing } from './console-ring.ts';
import { LabError } from './lab-error.ts';
import { namespacePath, plugIn, setCable, unplug } from './lab-network.ts';
import { attachDisk, copyFromSnapshot, copyToSnapshot, diskFolder, readOffline, writeOffline } from './node-disk.ts';
import { initOf, readText, signalAll } from './node-processes.ts';
import { nodeFolder, saveRecord, type NodeRecord } from './node-record.ts';

const powerOnScript = fileURLToPath(new URL('../../boot/power-on.sh', import.meta.url));
const bootLimitMs = 30_000;

/** One node: its power, its processes, its disk. Whoever changes it goes through `exclusive`, one at a time. */
export class LabNode {
  readonly record: NodeRecord;
  readonly console: ConsoleRing;
  readonly #state: string;
  readonly #cgroup: string;
  #process: ChildProcess | null = null;
  #running = false;
  #hung = false;
  #suspended = false;
  #cutting = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(state: string, record: NodeRecord, cgroup: string) {
    this.record = record;
    this.#state = state;
    this.#cgroup = cgroup;
    this.console = new ConsoleRing(join(nodeFolder(state, record.name), 'console'));
  }

  get condition(): 'off' | 'booting' | 'up' | 'hung' | 'dead' {
    if (this.record.wantedPower === 'off' && this.#process === null) return 'off';
    if (this.#process === null) return this.record.deadBecause === null ? 'booting' : 'dead';
    if (this.#hung) return 'hung';
    return this.#running ? 'up' : 'booting';
  }

  get bootId(): string | null {
    return this.#running ? readFileSync(join(nodeFolder(this.#state, this.record.name), 'boot', 'boot_id'), 'utf8').trim() : null;
  }

  exclusive<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  save(): void {
    saveRecord(this.#state, this.record);
  }

  /** Switches the power on and waits until the node runs or has shown that it will not; both are no error. */
  async powerOn(): Promise<void> {
    if (this.#process !== null) return;
    this.record.wantedPower = 'on';
    this.record.deadBecause = null;
    this.save();
    await this.#boot();
  }

  /** Takes the power away: nothing on the node learns of it, and nobody outside gets a last packet. */
  async powerOff(): Promise<void> {
    this.record.wantedPower = 'off';
    this.record.deadBecause = null;
    this.save();
    await this.#cut();
    this.console.append('\n--- power off ---\n');
  }

  /** Stops the node together with the lab: it is still wanted on, so it comes back when the lab does. */
  async suspend(): Promise<void> {
    this.#suspended = true;
    await this.#cut();
  }

  async powerCycle(): Promise<void> {
    // Wanted on from the beginning, so that a lab that dies in between brings it up.
    this.record.wantedPower = 'on';
    this.record.deadBecause = null;
    this.save();
    await this.#cut();
    this.console.append('\n--- power cycle ---\n');
    await this.#boot();
  }

  async #cut(): Promise<void> {
    await setCable(this.record, false);
    const outer = this.#process;
    if (outer === null) return;
    this.#cutting = true;
    const ended = new Promise<void>((resolve) => { outer.once('exit', () => { resolve(); }); });
    // The outer process ends only when the kernel has reaped the whole node, so its init is what has to be killed.
    const init = initOf(this.#process?.pid);
    if (init === null) outer.kill('SIGKILL');
    else process.kill(init, 'SIGKILL');
    const late = setTimeout(() => outer.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(late);
    this.#cutting = false;
  }

  async #boot(): Promise<void> {
    this.record.boots += 1;
    this.save();
    try {
      await attachDisk(this.#state, this.record);
      await plugIn(this.record);
      await setCable(this.record, true);
    } catch (error) {
      // One node that cannot be booted must not keep the others from it.
      await this.#die(`the lab could not boot it: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    await this.#runUntilUp(nodeFolder(this.#state, this.record.name));
  }

  /** Resolves when the node says that it is up, or when its processes have ended before that. */
  async #runUntilUp(folder: string): Promise<void> {
    this.console.append('\n');
    const child = spawn('nsenter', [`--net=${namespacePath(this.record.name)}`, 'unshare', '-m', '/bin/sh', powerOnScript, folder,
      diskFolder(this.#state, this.record), this.record.layers.join(':'), this.#cgroup === '' ? '' : join(this.#cgroup, this.record.name)],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], detached: true, env: { PATH: programFolders.join(':') } });
    this.#process = child;
    this.#running = false;
    this.#hung = false;
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => { this.console.append(text); });
    const channel = child.stdio[3] as Duplex;
    channel.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      channel.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('map')) {
          for (const map of ['uid_map', 'gid_map']) writeFileSync(`/proc/${child.pid}/${map}`, '0 0 65536\n');
          channel.write('go\n');
        }
        if (text.includes('up')) {
          this.#running = true;
          resolve();
        }
      });
      // Far more than a boot takes; then it is cut, so that nobody waits for it for ever.
      const limit = setTimeout(() => { this.console.append('\n[ lab ] it does not come up\n'); child.kill('SIGKILL'); }, bootLimitMs);
      child.once('error', (error) => { this.#process = null; void this.#die(`the lab could not start it: ${error.message}`).then(resolve); });
      child.once('exit', (code, signal) => { clearTimeout(limit); this.#ended(code, signal); resolve(); });
      channel.on('data', () => { if (this.#running) clearTimeout(limit); });
    });
  }

  /** Has power, does not run, and is silent. */
  async #die(reason: string): Promise<void> {
    this.record.deadBecause = reason;
    this.save();
    await setCable(this.record, false).catch(() => undefined);
  }

  #ended(code: number | null, signal: NodeJS.Signals | null): void {
    this.#process = null;
    this.#running = false;
    this.#hung = false;
    if (this.record.wantedPower === 'off' || this.#suspended) return;
    if (signal === 'SIGHUP') {
      this.console.append('\n[ reboot ] Restarting system.\n');
      void this.exclusive(async () => { if (this.#process === null && this.record.wantedPower === 'on') await this.#boot(); });
    } else if (signal === 'SIGINT') {
      this.console.append('\n[ poweroff ] Power down.\n');
      this.record.wantedPower = 'off';
      this.save();
      void setCable(this.record, false).catch(() => undefined);
    } else if (code !== null && code >= 70 && code < 80) {
      void this.#die(lastWords(this.console.read()));
    } else if (!this.#cutting) {
      void this.#die(`init ended with ${code ?? signal ?? 'nothing'}`);
    }
  }

  /** Stops or continues every process of the node: connections open, nothing answers. */
  hang(stopped: boolean): void {
    const init = initOf(this.#process?.pid);
    if (init === null) return;
    signalAll(init, stopped ? 'SIGSTOP' : 'SIGCONT');
    this.#hung = stopped;
    // Who was about to stop itself when its child went on: see signalAll.
    if (!stopped) setTimeout(() => { if (!this.#hung && initOf(this.#process?.pid) === init) signalAll(init, 'SIGCONT'); }, 300).unref();
  }

  /** Runs a program in the node as its root, without ssh. Refuses when the node does not run. */
  async exec(argv: readonly string[], input?: string | Uint8Array, timeoutMs = 60_000): Promise<ProgramResult> {
    const init = initOf(this.#process?.pid);
    if (init === null || !this.#running) throw new LabError(409, `${this.record.name} does not run (${this.condition})`);
    return tryProgram('nsenter', ['-t', String(init), '-U', '-m', '-p', '-u', '-i', '-n', '-C', '-T', '-S', '0', '-G', '0', '--', '/usr/bin/env', '-i',
      'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin', 'HOME=/root', 'LANG=C.UTF-8', ...argv], { timeoutMs, ...(input === undefined ? {} : { input }) });
  }

  async readFile(path: string): Promise<string | null> {
    if (!this.#running) return readOffline(this.#state, this.record, path)?.toString('utf8') ?? null;
    const { code, stdout } = await this.exec(['cat', path]);
    return code === 0 ? stdout : null;
  }

  async writeFile(path: string, content: Uint8Array, mode: number): Promise<void> {
    if (!this.#running) {
      if (this.#process !== null) throw new LabError(409, `${this.record.name} is booting`);
      writeOffline(this.#state, this.record, path, content, mode);
      return;
    }
    const { code, stderr } = await this.exec(['sh', '-c', 'mkdir -p "$(dirname "$1")" && cat > "$1" && chmod "$2" "$1"', 'write', path, mode.toString(8)], content);
    if (code !== 0) throw new LabError(400, `write ${path} on ${this.record.name}: ${stderr.trim()}`);
  }

  /** What the kernel of the machine knows about the node's root, whatever the node itself would say. */
  seenFromOutside(): { readonly kernel: string | null; readonly osRelease: string | null } {
    const init = this.#running ? initOf(this.#process?.pid) : null;
    const osRelease = init === null
      ? readOffline(this.#state, this.record, 'usr/lib/os-release')?.toString('utf8') ?? null
      : readText(`/proc/${init}/root/usr/lib/os-release`);
    return { kernel: init === null ? null : readText(`/proc/${init}/root/proc/sys/kernel/osrelease`)?.trim() ?? null, osRelease };
  }

  /** Crash-consistent: the node stands still while its disk is copied, or is off. */
  async snapshot(id: string): Promise<void> {
    const freeze = this.#running && !this.#hung;
    if (freeze) this.hang(true);
    try {
      await copyToSnapshot(this.#state, this.record, id);
    } finally {
      if (freeze) this.hang(false);
    }
  }

  /** Puts the disk back. Written down before it begins, so that a lab that dies in between finishes it. */
  async restore(snapshotId: string, key: string | null, powerOn: boolean): Promise<void> {
    this.record.restoring = { snapshotId, key, powerOn };
    this.save();
    await this.finishRestore();
  }

  async finishRestore(): Promise<void> {
    const { restoring } = this.record;
    if (restoring === null) return;
    await this.powerOff();
    await attachDisk(this.#state, this.record);
    await copyFromSnapshot(this.#state, this.record, restoring.snapshotId);
    // A full disk and a replaced host key lived on the disk that is gone now.
    delete this.record.faults['disk-full'];
    delete this.record.faults['host-key'];
    this.record.restoring = null;
    if (restoring.key !== null) this.remember(restoring.key);
    this.console.append(`\n--- disk restored from ${restoring.snapshotId} ---\n`);
    this.save();
    if (restoring.powerOn) await this.powerOn();
  }

  remember(key: string): void {
    this.record.doneKeys = [...this.record.doneKeys, key].slice(-200);
    this.save();
  }

  async remove(): Promise<void> {
    await this.powerOff();
    await unplug(this.record);
    if (this.record.diskMb !== null) await tryProgram('umount', ['-l', diskFolder(this.#state, this.record)]);
    rmSync(nodeFolder(this.#state, this.record.name), { recursive: true, force: true });
  }

  /** Lines of the transaction counter; they lie outside the node's disk. */
  transactionLines(): readonly string[] {
    const file = join(nodeFolder(this.#state, this.record.name), 'transactions');
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  }
}

/** The line that says why: a panic, or else the last one. */
function lastWords(text: string): string {
  const lines = text.trim().split('\n');
  return lines.findLast((line) => line.includes('Kernel panic')) ?? lines.at(-1) ?? 'it did not boot';
}
