import { describe, expect, it } from 'vitest';
import { plainMessage } from './plain-message.ts';

const long = (value: number): unknown => ({ low: value, high: 0, unsigned: false, toNumber: () => value });

describe('a protobuf message as plain JSON', () => {
  it('keeps enums as numbers and turns long numbers into numbers', () => {
    expect(plainMessage({ eventId: long(7), eventType: 10, eventTime: { seconds: long(1_700_000_000), nanos: 5 } })).toEqual({ eventId: 7, eventType: 10, eventTime: { seconds: 1_700_000_000, nanos: 5 } });
  });

  it('writes bytes as base64', () => {
    expect(plainMessage({ input: { payloads: [{ data: new Uint8Array([34, 49, 34]) }] } })).toEqual({ input: { payloads: [{ data: 'IjEi' }] } });
  });

  it('leaves out what was never set', () => {
    expect(plainMessage({ header: {}, memo: null, links: undefined })).toEqual({ header: {} });
  });
});
