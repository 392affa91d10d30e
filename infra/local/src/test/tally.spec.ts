import { describe, expect, it } from 'vitest';
import { addTallies, countSkippedAsFailed, tallyLine, tallyOfNxTasks, tallyOfProgram, tallyOfVitest, unhandledIn } from './tally.ts';

const file = (status: string, tests: readonly (readonly [string, string])[], message = '') => ({ name: 'a.spec.ts', status, message, assertionResults: tests.map(([fullName, result]) => ({ fullName, status: result, failureMessages: result === 'failed' ? ['expected 1 to be 2'] : [] })) });

describe('the count of npm test', () => {
  it('takes every test of a report for what it was', () => {
    const tally = tallyOfVitest('core', { testResults: [file('failed', [['plans waves', 'passed'], ['halts', 'failed'], ['soaks', 'pending']])] });
    expect(tally).toEqual({ passed: 1, skipped: 1, failures: [{ where: 'core › halts', what: 'expected 1 to be 2' }] });
  });

  it('counts a file that could not be loaded as a failure', () => {
    expect(tallyOfVitest('core', { testResults: [file('failed', [], 'Cannot find module')] }).failures).toEqual([{ where: 'core › a.spec.ts', what: 'Cannot find module' }]);
  });

  it('counts a report that is missing or empty as a failure', () => {
    expect(tallyOfVitest('core', null).failures).toHaveLength(1);
    expect(tallyOfVitest('core', { testResults: [] }).failures).toEqual([{ where: 'core', what: 'it has the target and not one test file' }]);
  });

  it('takes each task of Nx once, remembered or run, and those that could not run as failed', () => {
    const output = '> nx run @skein/core:typecheck  [local cache]\n\n> nx run @skein/lab:typecheck\r\n\nFailed tasks:\n\n- @skein/lab:typecheck\n\nTasks not run because their dependencies failed or --nx-bail=true:\n\n- @skein/e2e:typecheck\n\nHint: verbose';
    const tally = tallyOfNxTasks('typecheck', 'typecheck', output, 1);
    expect(tally.passed).toBe(1);
    expect(tally.failures.map(({ where }) => where)).toEqual(['typecheck › @skein/lab:typecheck', 'typecheck › @skein/e2e:typecheck']);
  });

  it('says what went wrong where no test failed', () => {
    const output = '✓ 7 tests\n⎯ Unhandled Errors ⎯\nError: read ECONNRESET\n\nFailed tasks:\n\n- @skein/worker:test';
    expect(unhandledIn(output).split('\n')).toEqual(expect.arrayContaining(['Error: read ECONNRESET', '- @skein/worker:test']));
    expect(unhandledIn('no\nsign\nof it')).toBe('no\nsign\nof it');
  });

  it('does not take silence of Nx for success', () => {
    expect(tallyOfNxTasks('typecheck', 'typecheck', '', 1).failures).toHaveLength(1);
  });

  it.each([
    ['ok worker\nok api\nkills 5 · lost 0 · doubled 0 · differences 0', 0, 3, 0],
    ['ok worker\nnot ok api\nkills 5 · lost 1 · doubled 0 · differences 0', 1, 1, 2],
    ['ok worker', 0, 1, 1],
    ['kills 0 · lost 0 · doubled 0 · differences 0', 0, 0, 1],
    ['kills 5 · lost 0 · doubled 0 · differences 0', 1, 0, 1],
  ])('reads the kill suite: %j ending with %i', (output, code, passed, failed) => {
    const tally = tallyOfProgram('kills', output, code);
    expect([tally.passed, tally.failures.length]).toEqual([passed, failed]);
  });

  it('ends with one line, and names what was skipped only when something was', () => {
    const sum = addTallies([{ passed: 3, skipped: 0, failures: [] }, { passed: 1, skipped: 2, failures: [{ where: 'a', what: 'b' }] }]);
    expect(tallyLine(sum)).toBe('4 passed, 1 failed, 2 skipped');
    expect(tallyLine(countSkippedAsFailed(sum))).toBe('4 passed, 3 failed');
  });
});
