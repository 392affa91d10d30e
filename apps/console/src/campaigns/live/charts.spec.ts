import { describe, expect, it } from 'vitest';
import { sayEnglish } from '../testing/say-english.ts';
import { availabilityHeading, drawAvailability, overallAvailability } from './availability.ts';
import { burnDownHeading, burnDownSubline, drawBurnDown } from './burn-down.ts';

const box = { left: 40, right: 390, top: 10, bottom: 160 };
const points = [{ at: '2026-11-21T08:00:00.000Z', remaining: 300 }, { at: '2026-11-21T09:00:00.000Z', remaining: 200 }];
const forecast = { p50: '2026-11-21T11:00:00.000Z', p90: '2026-11-21T12:00:00.000Z', samples: 100 };
const now = new Date('2026-11-21T09:30:00.000Z');

describe('the burn-down', () => {
  it('spans from the start to what nine of ten guesses say', () => {
    const drawing = drawBurnDown({ points, forecast, now }, box);
    expect(drawing?.p90?.x).toBeCloseTo(390);
    expect(drawing?.p50?.x).toBeCloseTo(302.5);
    expect(drawing?.now.x).toBeCloseTo(40 + (350 * 1.5) / 4);
    expect(drawing?.left).toBe(200);
  });

  it('goes down in steps, since nobody ended in between', () => {
    expect(drawBurnDown({ points, forecast: null, now }, box)?.actual).toMatch(/^M40,10L273\.333,10L273\.333,60/);
  });

  it('draws no forecast where there is none, and nothing before the start', () => {
    expect(drawBurnDown({ points, forecast: null, now }, box)).toMatchObject({ cone: null, middle: null });
    expect(drawBurnDown({ points: [], forecast: null, now }, box)).toBeNull();
  });

  it('says when it would be done, on how many runs that rests, or that nobody can say', () => {
    expect(sayEnglish(burnDownHeading({ points, forecast }, null))).toBe('Done about 2026-11-21T11:00');
    expect(sayEnglish(burnDownSubline({ points, forecast }, null))).toBe('200 nodes left. 90 % sure by 2026-11-21T12:00, from 100 ended runs.');
    expect(sayEnglish(burnDownHeading({ points, forecast: null }, null))).toBe('200 nodes left');
    expect(sayEnglish(burnDownHeading({ points: [], forecast: null }, null))).toBe('Burn-down starts with the campaign');
  });
});

const span = (from: number, until: number, lowerPercent: number, upperPercent = lowerPercent) => ({ from: new Date(from * 1000).toISOString(), until: new Date(until * 1000).toISOString(), lowerPercent, upperPercent });

describe('availability', () => {
  it('is weighted by time and never rounded up', () => {
    expect(overallAvailability([span(0, 30, 100), span(30, 40, 99.9996)])).toEqual({ lower: 99.999, upper: 99.999 });
    expect(overallAvailability([])).toBeNull();
  });

  it('says both bounds where time was not observed', () => {
    expect(sayEnglish(availabilityHeading([span(0, 10, 99, 100)]))).toBe('Availability 99 % to 100 %');
    expect(sayEnglish(availabilityHeading([span(0, 10, 99.98)]))).toBe('Availability 99.98 %');
  });

  it('shows waves as bands, the open one until now', () => {
    const drawing = drawAvailability([span(0, 100, 100)], [{ number: 1, startedAt: new Date(0).toISOString(), endedAt: new Date(50_000).toISOString() }, { number: 2, startedAt: new Date(50_000).toISOString(), endedAt: null }, { number: 3, startedAt: null, endedAt: null }], new Date(100_000), box);
    expect(drawing?.bands).toEqual([{ number: 1, x: 40, width: 175, current: false }, { number: 2, x: 215, width: 175, current: true }]);
  });

  it('keeps 100 % on the axis when nothing was lost', () => {
    expect(drawAvailability([span(0, 100, 100)], [], new Date(100_000), box)?.yTicks.at(-1)?.value).toBe(100);
  });
});
