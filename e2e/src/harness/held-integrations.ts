import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** What an operator was told by `afterRun` or `needsPerson`. */
export interface HookTold {
  readonly hook: string;
  readonly runId: string;
  readonly outcome: string;
  readonly node: { readonly hostname: string };
}

/**
 * The lab's load balancer and hypervisor with a hand on them: while a node is held, its drain or its snapshot answers "try again", so
 * that a story can keep a run where it wants to look at it. What the hooks after a run are told is kept.
 */
export class HeldIntegrations {
  readonly file: string;
  readonly #folder: string;
  readonly #told: string;

  /** `labFolder`: where the lab of the stack will have its control socket. */
  constructor(directory: string, labFolder: string) {
    this.#folder = join(directory, 'held');
    this.file = join(directory, 'held-integrations.json');
    this.#told = join(directory, 'hooks-told');
    mkdirSync(this.#folder, { recursive: true });
    const holdOr = join(directory, 'hold-or');
    writeFileSync(holdOr, program);
    chmodSync(holdOr, 0o755);
    const tell = ['/bin/sh', '-c', 'cat >>"$0"', this.#told];
    const before = ['/usr/bin/env', `LAB_CONTROL=${join(labFolder, 'control.sock')}`, holdOr, this.#folder];
    writeFileSync(this.file, JSON.stringify({
      providers: { fleet: { kind: 'command', argv: [...before, labProviderPath], timeoutSeconds: 60 } },
      hooks: { fleet: { drain: [...before, labHookPath], undrain: [...before, labHookPath], afterRun: tell, needsPerson: tell } },
      probes: {},
    }));
  }

  hold(what: 'drain' | 'snapshot', who: string): void {
    writeFileSync(join(this.#folder, `${what}.${who}`), '');
  }

  letGo(what: 'drain' | 'snapshot', who: string): void {
    rmSync(join(this.#folder, `${what}.${who}`), { force: true });
  }

  told(): readonly HookTold[] {
    if (!existsSync(this.#told)) return [];
    return readFileSync(this.#told, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as HookTold);
  }

  letAllGo(): void {
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder);
  }
}
