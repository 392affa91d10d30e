import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';

export interface RecordedHistory {
  /** File name, which says what was recorded. */
  readonly name: string;
  readonly workflowId: string;
  readonly history: { readonly events: readonly unknown[] };
}

/** Recorded histories of a folder, each file `{ workflowId, history }`, by name. */
export async function readCorpus(folder: string): Promise<RecordedHistory[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const { workflowId, history } = JSON.parse(await readFile(join(folder, name), 'utf8')) as Omit<RecordedHistory, 'name'>;
      return { name, workflowId, history };
    }),
  );
}

export interface ReplayDifference {
  readonly name: string;
  readonly reason: string;
}

/** A replay that fails says why in its answer; the SDK's own account of it only hides the test's. Once per process, before the first replay. */
const silenceRuntime = (() => {
  let silent = false;
  return () => {
    if (!silent) Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'off' } } });
    silent = true;
  };
})();

/** Replays each history against the bundle; returns those that the code can no longer follow, with the reason. */
export async function replayCorpus(bundleCode: string, corpus: readonly RecordedHistory[]): Promise<ReplayDifference[]> {
  silenceRuntime();
  const differences: ReplayDifference[] = [];
  // Histories of one workflow id (it continued as new, or was started again) must be told apart in the answers, so each is replayed alone.
  for (const { name, workflowId, history } of corpus) {
    for await (const result of Worker.runReplayHistories({ workflowBundle: { code: bundleCode }, replayName: 'corpus' }, [{ workflowId, history }])) {
      if (result.error !== undefined) differences.push({ name, reason: result.error.message });
    }
  }
  return differences;
}
