import { type LabClient } from '@skein/lab';

/**
 * What makes a node the one it was, read past sshd and without the runner: every package with its signature, who it says it is, its
 * repositories, its kernels and which of them boots next.
 */
export async function fingerprintOf(lab: LabClient, hostname: string): Promise<string> {
  const { condition } = await lab.node(hostname);
  if (condition !== 'up') return `${hostname} is ${condition}`;
  const { stdout } = await lab.exec(hostname, ['sh', '-c', 'rpm -qa --qf "%{NAME} %{EPOCHNUM}:%{VERSION}-%{RELEASE} %{SIGMD5}\\n" | sort; cat /etc/os-release /etc/yum.repos.d/*; ls /etc/yum.repos.d /boot; grubby --default-kernel']);
  return stdout;
}

/** Package transactions that were begun on this node since its disk was made, counted outside of the disk: dnf's, and rpm's own. */
export async function transactionsOf(lab: LabClient, hostname: string): Promise<number> {
  return (await lab.node(hostname)).transactions.lines.length;
}
