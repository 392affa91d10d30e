import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labHookPath, labProviderPath } from '@skein/lab';


// Looks for files such as `drain.n05` or `drain.all`; a request of that kind for that node is told to come again later.
const program = `#!/bin/sh
folder=$1; shift
request=$(cat)
for held in "$folder"/*; do
  [ -e "$held" ] || continue
  name=\${held##*/} what=\${name%%.*} who=\${name#*.}
  case $request in *"\\"$what\\""*) ;; *) continue ;; esac
  [ "$who" = all ] && exit 75
  case $request in *"\\"$who\\""*) exit 75 ;; esac
done
printf '%s\\n' "$request" | "$@"
`;

/**
 * The lab's load balancer and hypervisor with a hand on them: while a node is held, its drain or its snapshot answers "try again", so
 * that a story can keep a run where it wants to look at it.
 */
export class HeldIntegrations {
  readonly file: string;
  readonly #folder: string;

  /** `labFolder`: where the lab of the stack will have its control socket. */
  constructor(directory: string, labFolder: string) {
    this.#folder = join(directory, 'held');
    this.file = join(directory, 'held-integrations.json');
    mkdirSync(this.#folder, { recursive: true });
    const holdOr = join(directory, 'hold-or');
    writeFileSync(holdOr, program);
    chmodSync(holdOr, 0o755);
    const before = ['/usr/bin/env', `LAB_CONTROL=${join(labFolder, 'control.sock')}`, holdOr, this.#folder];
    writeFileSync(this.file, JSON.stringify({
      providers: { fleet: { kind: 'command', argv: [...before, labProviderPath], timeoutSeconds: 60 } },
      hooks: { fleet: { drain: [...before, labHookPath], undrain: [...before, labHookPath] } },
      probes: {},
    }));
  }

  hold(what: 'drain' | 'snapshot', who: string): void {
    writeFileSync(join(this.#folder, `${what}.${who}`), '');
  }

  letGo(what: 'drain' | 'snapshot', who: string): void {
    rmSync(join(this.#folder, `${what}.${who}`), { force: true });
  }

  letAllGo(): void {
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder);
  }
}
