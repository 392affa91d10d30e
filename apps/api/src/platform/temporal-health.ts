import { Connection } from '@temporalio/client';

/** Whether Temporal answers. Reported, never required: commands are rows, and drivers catch up when it is back. */
export interface TemporalHealth {
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

const answerMilliseconds = 1000;
const rememberMilliseconds = 5000;

export function temporalHealth(address: string): TemporalHealth {
  const connection = Connection.lazy({ address, connectTimeout: answerMilliseconds });
  let last: { readonly at: number; readonly answer: Promise<boolean> } | null = null;
  const ask = async (): Promise<boolean> => {
    try {
      await connection.withDeadline(Date.now() + answerMilliseconds, () => connection.workflowService.getSystemInfo({}));
      return true;
    } catch {
      return false;
    }
  };
  return {
    // Asked by every probe and every page: one question each five seconds is enough.
    isReachable() {
      if (last === null || performance.now() - last.at > rememberMilliseconds) last = { at: performance.now(), answer: ask() };
      return last.answer;
    },
    close: () => connection.close(),
  };
}
