import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const lockFile = join(tmpdir(), 'skein-stories.lock');

/**
 * Stories bring up whole stacks with fleets and measure time: two runs on one machine make each other's deadlines pass. Whoever comes
 * second waits; the kernel frees the lock when its holder dies, however it dies.
 */
let holder: ChildProcess | null = null;

export async function setup(): Promise<void> {
  holder = spawn('flock', [lockFile, 'sh', '-c', 'echo held; exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdout } = holder;
  const waiting = setTimeout(() => process.stderr.write('waiting for another run of stories on this machine\n'), 1000);
  await new Promise<void>((resolve, reject) => {
    holder?.once('error', reject);
    stdout?.once('data', () => resolve());
  });
  clearTimeout(waiting);
}

/** Its standard input is ours: it ends with this process. */
export function teardown(): void {
  holder?.stdin?.end();
}
