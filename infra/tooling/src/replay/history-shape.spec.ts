import { describe, expect, it } from 'vitest';
import { historyShape } from './history-shape.ts';

describe('the shape of a history', () => {
  it('is open while nothing ended it', () => {
    expect(historyShape([{ eventId: 1, workflowExecutionStartedEventAttributes: {} }])).toBe('open');
  });

  it('names the end and the branches that were taken, in a fixed order', () => {
    const events = ['timerCanceled', 'workflowExecutionSignaled', 'activityTaskTimedOut', 'workflowExecutionContinuedAsNew'].map((what) => ({ [`${what}EventAttributes`]: {} }));
    expect(historyShape(events)).toBe('continued-poked-interrupted-silent');
  });
});
