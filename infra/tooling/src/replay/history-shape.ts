/** An event: its id and time, and exactly one field `…EventAttributes` that says what it is. */
export type HistoryEvent = Readonly<Record<string, unknown>>;

const is = (what: string) => (event: HistoryEvent): boolean => `${what}EventAttributes` in event;

const endings: Readonly<Record<string, (event: HistoryEvent) => boolean>> = {
  completed: is('workflowExecutionCompleted'),
  continued: is('workflowExecutionContinuedAsNew'),
  failed: is('workflowExecutionFailed'),
  terminated: is('workflowExecutionTerminated'),
};
const branches: Readonly<Record<string, (event: HistoryEvent) => boolean>> = {
  poked: is('workflowExecutionSignaled'),
  woke: is('timerFired'),
  interrupted: is('timerCanceled'),
  silent: is('activityTaskTimedOut'),
};

/** What happened in a history, in words: how it ended and which branches of the driver it took. Two histories of one shape test the same code. */
export function historyShape(events: readonly HistoryEvent[]): string {
  const last = events.at(-1) ?? {};
  const ending = Object.keys(endings).find((name) => endings[name]?.(last)) ?? 'open';
  return [ending, ...Object.keys(branches).filter((name) => events.some((event) => branches[name]?.(event)))].join('-');
}
