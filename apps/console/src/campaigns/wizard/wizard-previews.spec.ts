import { describe, expect, it } from 'vitest';
import { campaignDocumentSchema } from '@skein/client';
import { deadlineFields, emptyForm, gateFields, limitFields } from './campaign-form.ts';
import { documentFromForm } from './campaign-document.ts';
import { chanceAt, chancePercent } from './detection.ts';
import { addWave, moveWave } from './move-wave.ts';
import { roughTime, scheduleWaves } from './wave-schedule.ts';

describe('the schedule of waves', () => {
  it('puts one after the other, the soak at the end of each', () => {
    expect(scheduleWaves([{ number: 1, expectedSeconds: 600 }, { number: 2, expectedSeconds: 900 }], 300)).toEqual([{ number: 1, from: 0, soakFrom: 300, until: 600 }, { number: 2, from: 600, soakFrom: 1200, until: 1500 }]);
  });

  it('is not guessed where nobody knows how long a run takes', () => {
    expect(scheduleWaves([{ number: 1, expectedSeconds: 600 }, { number: 2, expectedSeconds: null }], 300)).toBeNull();
  });

  it.each([[20, 1, 'minute'], [3600, 60, 'minute'], [28_800, 8, 'hour'], [311_040, 3.6, 'day']] as const)('says %s s roughly as %s %s', (seconds, value, unit) => {
    expect(roughTime(seconds)).toEqual({ value, unit });
  });
});

describe('what a wave can notice', () => {
  const detection = [{ truePercent: 1, stopProbability: 0.1 }, { truePercent: 5, stopProbability: 0.5 }, { truePercent: 10, stopProbability: 0.9 }];

  it('is exact at the shares of the api and straight in between', () => {
    expect(chanceAt(detection, 5)).toBe(0.5);
    expect(chanceAt(detection, 3)).toBeCloseTo(0.3);
    expect(chanceAt(detection, 0)).toBe(0);
    expect(chanceAt(detection, 50)).toBe(0.9);
  });

  it('never claims certainty that is none', () => {
    expect([chancePercent(0.9999), chancePercent(1), chancePercent(0.001), chancePercent(0), chancePercent(0.253)]).toEqual(['> 99', '100', '< 1', '0', '25']);
  });
});

describe('waves in the form', () => {
  const waves = [{ kind: 'count', size: 1 }, { kind: 'count', size: 2 }, { kind: 'rest', size: null }] as const;

  it('move up and down, but never past the one that takes the rest', () => {
    expect(moveWave(waves, 1, 0).map(({ size }) => size)).toEqual([2, 1, null]);
    expect(moveWave(waves, 1, 2)).toBe(waves);
    expect(moveWave(waves, 0, -1)).toBe(waves);
  });

  it('are added before the rest', () => {
    expect(addWave(waves).map(({ kind }) => kind)).toEqual(['count', 'count', 'percent', 'rest']);
  });
});

describe('the published schema', () => {
  const spec = campaignDocumentSchema.$defs.CampaignDocumentSpecInput.properties;

  it('has exactly the fields that the form writes and reads', () => {
    const written = documentFromForm({ ...emptyForm, hooks: 'lb' })['spec'] as Readonly<Record<string, unknown>>;
    expect(Object.keys(written).sort()).toEqual(Object.keys(spec).sort());
    expect([...gateFields].sort()).toEqual(Object.keys(campaignDocumentSchema.$defs.GateInput.properties).sort());
    expect([...deadlineFields].sort()).toEqual(Object.keys(campaignDocumentSchema.$defs.DeadlinesInput.properties).sort());
  });

  it('has the defaults that the form begins with', () => {
    expect(emptyForm.gate).toEqual(spec.gate.default);
    expect(emptyForm.deadlines).toEqual(spec.deadlines.default);
    for (const field of limitFields) expect(emptyForm.limits[field]).toBe(spec[field].default);
    expect(emptyForm.seed).toBe(spec.seed.default);
    expect(documentFromForm(emptyForm)['spec']).toMatchObject({ waves: spec.waves.default });
  });
});
