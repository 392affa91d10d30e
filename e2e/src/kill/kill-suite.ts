import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLab, stopLab } from '@skein/lab';
import { databaseUrlOf, demoCampaignName, GraphqlClient } from '@skein/local';
import { compareTruths } from './compare-truths.ts';
import { NpmStart } from './npm-start.ts';

type Part = 'api' | 'worker' | 'temporal' | 'postgres';
type Kill = { readonly parts: readonly Part[]; readonly npm: boolean; readonly wave: number; readonly changing: number };

/** Each in turn, in the middle of a wave; then everything at once, with the process that would have started it again. */
const kills: readonly Kill[] = [
  { parts: ['api'], npm: false, wave: 2, changing: 1 },
  { parts: ['worker'], npm: false, wave: 2, changing: 1 },
  { parts: ['temporal'], npm: false, wave: 3, changing: 2 },
  { parts: ['postgres'], npm: false, wave: 3, changing: 2 },
  { parts: ['api', 'worker', 'temporal', 'postgres'], npm: true, wave: 3, changing: 2 },
];
const startSecondsMax = 600;
const campaignSecondsMax = 900;

export interface KillResult {
  readonly kills: number;
  readonly lost: number;
  readonly doubled: number;
  readonly differences: number;
  readonly problems: readonly string[];
}

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly waves: readonly { readonly number: number; readonly state: string; readonly counts: readonly { readonly state: string; readonly count: number }[] }[];
}

/** Between the permit and the end of verification a node is being changed. */
const changingStates = ['APPLYING', 'REBOOTING', 'VERIFYING', 'RESTORING'];

/** The demo's campaign on 24 lab nodes, with kill -9 of everything that drives it. The nodes are not killed: they are what must not notice. */
export class KillSuite {
  readonly killsPlanned = kills.reduce((sum, kill) => sum + kill.parts.length + (kill.npm ? 1 : 0), 0);
  readonly #npm = new NpmStart(mkdtempSync(join(tmpdir(), 'skein-kill-')));

  async run(): Promise<KillResult> {
    let clean = false;
    try {
      this.#npm.start('--fleet', 'lab', '--no-setup');
      let client = await this.#signIn();
      let done = 0;
      for (const kill of kills) {
        if (!(await this.#untilMidWave(client, kill))) break;
        this.#kill(kill);
        done += kill.parts.length + (kill.npm ? 1 : 0);
        this.#say(`ok killed ${kill.parts.join(', ')}${kill.npm ? ' and npm start' : ''} in wave ${kill.wave}`);
        if (kill.npm) {
          await sleep(1000);
          this.#npm.start('--fleet', 'lab', '--no-setup');
        }
        client = await this.#signIn();
      }
      const problems = await this.#untilEnded(client);
      const truths = await compareTruths(client, openLab(join(this.#npm.home, 'lab')), {
        databaseUrl: await databaseUrlOf(this.#npm.home), temporalAddress: `127.0.0.1:${this.#npm.ports()['temporal.frontend']}`, temporalNamespace: 'skein',
      });
      clean = problems.length + truths.problems.length === 0;
      return { kills: done, ...truths, problems: [...problems, ...truths.problems] };
    } finally {
      await this.#npm.stop();
      await stopLab(join(this.#npm.home, 'lab'));
      // What went wrong is to be looked at: only a clean home is removed.
      if (clean) rmSync(this.#npm.home, { recursive: true, force: true });
      else this.#say(`logs and state are kept in ${this.#npm.home}`);
    }
  }

  #say(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  async #signIn(): Promise<GraphqlClient> {
    for (const until = Date.now() + startSecondsMax * 1000; ;) {
      try {
        return await GraphqlClient.signIn(`http://127.0.0.1:${this.#npm.ports()['api']}/graphql`, 'operator', this.#npm.passwords().operator);
      } catch (error) {
        if (Date.now() > until) throw new Error(`nobody answers at the api's address:\n${this.#npm.output.slice(-3000)}`, { cause: error });
        await sleep(500);
      }
    }
  }

  #kill(kill: Kill): void {
    const pids = kill.parts.map((part) => this.#npm.pidOf(part));
    // The process that starts parts again goes first, or it would be at work while the others die.
    if (kill.npm) this.#npm.killNpm();
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        // A part may have ended because the one before it was killed; alone, it must have been there.
        if (!kill.npm || (error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
  }

  async #demo(client: GraphqlClient): Promise<Seen | null> {
    const { campaigns } = await client.query<{ campaigns: { nodes: Seen[] } }>(
      'query($text: String!) { campaigns(filter: { text: $text, kind: MIGRATE }) { nodes { id state waves { number state counts { state count } } } } }', { text: demoCampaignName });
    return campaigns.nodes[0] ?? null;
  }

  /** False: the campaign ended before it came to this point. */
  async #untilMidWave(client: GraphqlClient, kill: Kill): Promise<boolean> {
    for (const until = Date.now() + campaignSecondsMax * 1000; Date.now() < until;) {
      const demo = await this.#demo(client);
      const changing = demo?.waves.find((wave) => wave.number === kill.wave)?.counts.filter((count) => changingStates.includes(count.state)).reduce((sum, count) => sum + count.count, 0) ?? 0;
      if (changing >= kill.changing) return true;
      if (demo !== null && hasEnded(demo)) return false;
      await sleep(150);
    }
    throw new Error(`wave ${kill.wave} never had ${kill.changing} nodes in change`);
  }

  async #untilEnded(client: GraphqlClient): Promise<string[]> {
    for (const until = Date.now() + campaignSecondsMax * 1000; Date.now() < until;) {
      const demo = await this.#demo(client);
      if (demo !== null && hasEnded(demo)) {
        const count = (state: string): number => demo.waves.flatMap((wave) => wave.counts).filter((row) => row.state === state).reduce((sum, row) => sum + row.count, 0);
        const line = `${demo.state}: ${count('SUCCEEDED')} migrated, ${count('RESTORED')} rolled back`;
        const asPlanned = line === 'COMPLETED_WITH_EXCEPTIONS: 23 migrated, 1 rolled back';
        this.#say(`${asPlanned ? 'ok' : 'not ok'} ${line}`);
        return asPlanned ? [] : [`the campaign ended otherwise: ${line}`];
      }
      await sleep(500);
    }
    return ['the campaign did not end'];
  }
}

const hasEnded = (demo: Seen): boolean => ['COMPLETED', 'COMPLETED_WITH_EXCEPTIONS', 'HALTED', 'CANCELLED'].includes(demo.state) || demo.state === 'PAUSED';
