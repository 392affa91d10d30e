import { describe, expect, it } from 'vitest';
import { type JobId, type NodeId } from '@skein/core';
import { type JobReport, type JobsOfNode } from '@skein/persistence';
import { openReportDesk } from './report-desk.ts';

const report = (jobId: string, seq: number): JobReport => ({ jobId: jobId as JobId, state: 'RUNNING', phase: 'swap', incarnation: 1, seq, seenBootId: null, exitCode: null, reason: null, transactions: 0 });
const nodeId = (name: string): NodeId => name as NodeId;

/** A store that notes each batch it is given, and fails on demand. */
function aStore(): { readonly batches: (readonly JobsOfNode[])[]; failure: Error | null; recordJobsOf(said: readonly JobsOfNode[]): Promise<readonly JobId[]>; touchJobsOf(): Promise<void> } {
  return {
    batches: [], failure: null,
    recordJobsOf(said) {
      this.batches.push(said);
      return this.failure === null ? Promise.resolve([]) : Promise.reject(this.failure);
    },
    touchJobsOf: () => Promise.resolve(),
  };
}

describe('the report desk', () => {
  it('writes what many nodes say at the same time in one statement', async () => {
    const store = aStore();
    const desk = openReportDesk(store);
    await Promise.all(['one', 'two', 'three'].map((name) => desk.recordJobs(nodeId(name), [report(name, 1)])));
    expect(store.batches.map((batch) => batch.map((said) => said.nodeId))).toEqual([['one', 'two', 'three']]);
  });

  it('never writes two reports on one job together, and keeps their order', async () => {
    const store = aStore();
    const desk = openReportDesk(store);
    await Promise.all([desk.recordJobs(nodeId('one'), [report('job', 1)]), desk.recordJobs(nodeId('one'), [report('job', 2)]), desk.recordJobs(nodeId('two'), [report('other', 1)])]);
    expect(store.batches.map((batch) => batch.flatMap((said) => said.reports.map((one) => [one.jobId, one.seq])))).toEqual([[['job', 1], ['other', 1]], [['job', 2]]]);
  });

  it('tells everybody whose words were not written, and goes on', async () => {
    const store = aStore();
    const desk = openReportDesk(store);
    store.failure = new Error('no database');
    const answers = await Promise.allSettled([desk.recordJobs(nodeId('one'), [report('a', 1)]), desk.recordJobs(nodeId('two'), [report('b', 1)])]);
    expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'rejected']);
    store.failure = null;
    await desk.recordJobs(nodeId('one'), [report('a', 1)]);
    expect(store.batches).toHaveLength(2);
  });
});
