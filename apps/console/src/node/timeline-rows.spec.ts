import { describe, expect, it } from 'vitest';
import { notableRow, timelineRows } from './timeline-rows.ts';
import { readPiece } from './use-job-log.ts';

const at = (seconds: number): string => new Date(1_700_000_000_000 + seconds * 1000).toISOString();
const step = (name: string, state: string, from: number, until: number, attempt = 1) => ({ name, state, attempt, begunAt: at(from), at: at(until) });
const job = (name: string, state: string, exitCode: number | null, from: number, until: number | null) => ({ id: name, phase: name, step: name, attempt: 1, state, reason: null, exitCode, launchedAt: at(from), lastSeenAt: until === null ? null : at(until), logBytes: 0 });
const usual = [{ name: 'stage', medianSeconds: 100, p95Seconds: 200, samples: 40 }, { name: 'drain', medianSeconds: 5, p95Seconds: 9, samples: 40 }];
const now = 1_700_000_000_000 + 1000 * 1000;

describe('the timeline', () => {
  it('puts steps and jobs of the attempt in order, each against what it takes elsewhere', () => {
    const rows = timelineRows([step('inspect', 'done', 0, 20), step('drain', 'done', 400, 404), step('inspect', 'done', -900, -800, 2)], [job('stage', 'EXITED', 0, 30, 330)], usual, 1, now);
    expect(rows.map(({ name, state, from, seconds }) => [name, state, from, seconds])).toEqual([['inspect', 'done', 0, 20], ['stage', 'slow', 30, 300], ['drain', 'done', 400, 4]]);
    expect(notableRow(rows)).toMatchObject({ row: { name: 'stage' }, factor: 3 });
  });

  it('lets what runs now last until now', () => {
    expect(timelineRows([], [job('apply', 'RUNNING', null, 900, 950)], [], 1, now)).toMatchObject([{ state: 'begun', seconds: 100, medianSeconds: null }]);
  });

  it('tells a failure before anything slow, and not that a log could not be fetched', () => {
    const rows = timelineRows([step('verify', 'failed', 500, 708), step('pullLog', 'failed', 10, 11)], [job('stage', 'EXITED', 0, 30, 330)], usual, 1, now);
    expect(notableRow(rows)).toMatchObject({ row: { name: 'verify' }, factor: null });
  });

  it('compares with nothing where nothing is known', () => {
    expect(notableRow(timelineRows([step('reboot', 'done', 0, 900)], [], [{ name: 'reboot', medianSeconds: 0, p95Seconds: 0, samples: 0 }], 1, now))).toBeNull();
  });
});

describe('a log that is followed', () => {
  const empty = readPiece({ text: 'old', state: 'ended', holes: 0, nextOffset: 9 }, { kind: 'reset' });
  const piece = (offset: number, text: string) => ({ kind: 'piece', piece: { offset, nextOffset: offset + text.length, text } }) as const;

  it('takes each piece once, also when the stream begins again', () => {
    const read = [piece(0, 'one\n'), piece(4, 'two\n'), piece(4, 'two\n')].reduce(readPiece, empty);
    expect(read).toMatchObject({ text: 'one\ntwo\n', holes: 0, nextOffset: 8 });
  });

  it('says where bytes never arrived', () => {
    expect([piece(0, 'one\n'), piece(40, 'far\n')].reduce(readPiece, empty)).toMatchObject({ text: 'one\nfar\n', holes: 1 });
  });
});
