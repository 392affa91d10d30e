import { runnerFolder, runnerPath, runnerVerbs } from './runner-program.ts';

/** Where a login that is not root puts the runner before sudo installs it. */
export const uploadName = '.skein-runner';

/**
 * The text of the one sudoers file that Skein needs for a login that is not root: each verb of the runner as it is called, and the
 * installation of the runner itself. Whoever may log in as this user can become root through the last line; leave it out where the
 * runner is installed by other means. `home` is the login's home directory, without a slash at the end.
 */
export function sudoersRule(user: string, home: string): string {
  const commands = [
    ...runnerVerbs.map((verb) => `/bin/sh ${runnerPath} ${verb}`),
    `/usr/bin/install -d -o root -g root -m 0700 ${runnerFolder}`,
    `/usr/bin/install -o root -g root -m 0700 ${home}/${uploadName} ${runnerPath}`,
  ];
  return `Defaults:${user} !requiretty\n${user} ALL=(root) NOPASSWD: ${commands.join(', \\\n  ')}\n`;
}
