import { type LabClient } from '@skein/lab';

/** Holds the node's next package transaction up for so long, in the middle: most packages are changed by then, the new kernel's last script is not done. */
export const slowTransaction = (lab: LabClient, hostname: string, seconds: number): Promise<void> => lab.break(hostname, 'slow-scriptlet', String(seconds));

/** Resolves when the transaction stands in that script; seen in the node's process list, since the phase that a job reports begins a little before. */
export async function untilMidTransaction(lab: LabClient, hostname: string, seconds = 240): Promise<void> {
  const held = await lab.node(hostname);
  for (const until = Date.now() + seconds * 1000; ;) {
    const { stdout } = await lab.exec(hostname, ['sh', '-c', `ps ax -o args | grep -c "^sleep ${held.faults['slow-scriptlet'] ?? ''}$"`]).catch(async (cause: unknown) => {
      throw new Error(`${hostname} left its transaction, or never reached it; its console ends with:\n${(await lab.console(hostname)).slice(-800)}`, { cause });
    });
    if (Number(stdout.trim()) > 0) return;
    if (Date.now() > until) throw new Error(`${hostname} did not get to the middle of a transaction within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
