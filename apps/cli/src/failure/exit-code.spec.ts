import { failureCatalogue, refusalCatalogue } from '@skein/core';
import { describe, expect, it } from 'vitest';
import { explainCode } from '../explain/explain-code.ts';
import { exitCodeMeanings, exitCodeOfFailure, exitCodeOfRefusal, exitCodes } from './exit-code.ts';

describe('exit codes', () => {
  it('are the published ones, each with a meaning and a number of its own', () => {
    expect(Object.values(exitCodes)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 130]);
    expect(Object.keys(exitCodeMeanings)).toEqual(Object.keys(exitCodes));
  });

  it('tell a refusal apart by what a script does about it', () => {
    const by = (wanted: number): string[] => Object.keys(refusalCatalogue).filter((code) => exitCodeOfRefusal(code) === wanted);
    expect(by(exitCodes.notFound)).toEqual(expect.arrayContaining(['campaignNotFound', 'nodeNotFound', 'siteNotFound', 'tokenNotFound', 'nameIsAmbiguous']));
    expect(by(exitCodes.forbidden)).toEqual(expect.arrayContaining(['authorMayNotApprove', 'editorMayNotApprove', 'tokenNeverApproves', 'permissionMissing']));
    expect(by(exitCodes.conflict)).toEqual(expect.arrayContaining(['staleVersion', 'countChanged', 'digestMismatch', 'idempotencyKeyReused', 'campaignIsUnderWay']));
    expect(by(exitCodes.ok)).toEqual([]);
  });

  it('tell a failure apart from its HTTP status when a proxy answers', () => {
    expect([401, 403, 404, 429, 502].map((status) => exitCodeOfFailure(`HTTP_${String(status)}`))).toEqual([4, 5, 3, 7, 1]);
  });

  it.each([...Object.keys(refusalCatalogue), ...Object.keys(failureCatalogue)])('and %s is explained', (code) => {
    expect(explainCode(code)).toMatchObject({ code, cause: expect.stringMatching(/\S/) as string, remedy: expect.stringMatching(/\S/) as string });
  });

  it('of a word that is no code is not made up', () => {
    expect([explainCode('web-07'), explainCode('toString'), explainCode('__proto__')]).toEqual([null, null, null]);
  });
});
