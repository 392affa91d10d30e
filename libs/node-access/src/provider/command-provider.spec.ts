import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { providerConformance } from '../conformance/provider-conformance.ts';
import { commandProvider } from './command-provider.ts';

const directory = mkdtempSync(join(tmpdir(), 'skein-provider-'));
afterAll(() => { rmSync(directory, { recursive: true }); });

function script(name: string, lines: readonly string[]): string {
  const path = join(directory, name);
  writeFileSync(path, `#!/bin/sh\n${lines.join('\n')}\n`);
  chmodSync(path, 0o755);
  return path;
}

// A cloud in a few lines: one folder per machine, with the disk as a file.
const cloud = script('cloud', [
  'read -r request',
  'word() { printf %s "$request" | sed -n "s/.*\\"$1\\":\\"\\([^\\"]*\\)\\".*/\\1/p"; }',
  'verb=$(word verb) id=$(word externalId) key=$(word key) snapshot=$(word snapshotId)',
  'cd "$CLOUD/$id" 2>/dev/null || { echo "no machine $id" >&2; exit 1; }',
  'seen() { [ -e "key-$verb-$key" ] && return 0; : >"key-$verb-$key"; return 1; }',
  'case $verb in',
  '  power) printf \'{"power":"%s"}\' "$(cat power)" ;;',
  '  console) echo \'{"console":"login:"}\' ;;',
  '  setPower) seen || { wanted=$(word wanted); [ "$wanted" = cycle ] && wanted=on; printf %s "$wanted" >power; }; echo "{}" ;;',
  '  snapshot) [ -e "snap-$key" ] || cp disk "snap-$key"; printf \'{"snapshotId":"%s"}\' "$key" ;;',
  '  restore) [ -e "snap-$snapshot" ] || { echo "no snapshot $snapshot" >&2; exit 1; }; seen || { cp "snap-$snapshot" disk; printf on >power; }; echo "{}" ;;',
  '  deleteSnapshot) rm -f "snap-$snapshot"; echo "{}" ;;',
  '  *) exit 64 ;;',
  'esac',
]);

describe('the command provider', () => {
  for (const one of providerConformance) {
    it(one.name, async () => {
      const home = mkdtempSync(join(directory, 'cloud-'));
      let machines = 0;
      await one.run({
        provider: commandProvider([cloud], { CLOUD: home }),
        freshMachine() {
          machines += 1;
          const id = `vm-${String(machines)}`;
          mkdirSync(join(home, id));
          writeFileSync(join(home, id, 'power'), 'on');
          writeFileSync(join(home, id, 'disk'), 'first');
          return Promise.resolve(id);
        },
        changeDisk(id) {
          writeFileSync(join(home, id, 'disk'), 'changed', { flag: 'a' });
          return Promise.resolve();
        },
        diskOf: (id) => Promise.resolve(readFileSync(join(home, id, 'disk'), 'utf8')),
      });
    });
  }

  it('throws with the last words of a command that fails', async () => {
    await expect(commandProvider([cloud], { CLOUD: directory }).power('vm-9')).rejects.toThrow('power of vm-9: exit 1: no machine vm-9');
  });

  it('throws when the command cannot be started', async () => {
    await expect(commandProvider([join(directory, 'none')]).power('vm')).rejects.toThrow('did not start');
  });

  it.each([['nothing', 'true', 'not JSON'], ['a list', 'echo "[]"', 'not a JSON object'], ['another word', 'echo \'{"power":"maybe"}\'', '"on" or "off"']])('does not take %s for an answer', async (name, line, message) => {
    await expect(commandProvider([script(`odd-${name.replace(' ', '-')}`, [line])]).power('vm')).rejects.toThrow(message);
  });

  it('does not believe a snapshot id that looks like something else', async () => {
    await expect(commandProvider([script('id', ['echo \'{"snapshotId":"a b; rm"}\''])]).snapshot('vm', 'k')).rejects.toThrow('snapshotId');
  });

  it('kills the command and what it started at the deadline', async () => {
    const pidFile = join(directory, 'pid');
    const slow = script('slow', ['sleep 600 & echo $! >"$PIDFILE"', 'wait']);
    await expect(commandProvider([slow], { PIDFILE: pidFile }, { timeoutSeconds: 0.5 }).power('vm')).rejects.toThrow('killed at its deadline');
    const pid = readFileSync(pidFile, 'utf8').trim();
    await expect.poll(() => existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(' Z ')).toBe(false);
  });

  it('kills a command that talks without end', async () => {
    await expect(commandProvider([script('chatter', ['while :; do echo 0123456789012345678901234567890123456789; done'])]).console('vm')).rejects.toThrow('wrote too much');
  });

  it('hands on no environment but its own', async () => {
    const show = script('show', ['read -r _; env | cut -d= -f1 | sort | tr "\\n" " " | sed \'s/.*/{"console":"&"}/\'']);
    const names = (await commandProvider([show], { TOKEN: 'x' }).console('vm')).trim().split(' ').filter((name) => !['PWD', '_', 'SHLVL', 'OLDPWD'].includes(name));
    expect(names).toEqual(['LC_ALL', 'PATH', 'TOKEN']);
  });
});
