/**
 * A protobuf message as plain JSON that protobuf encodes again as it is: enums stay numbers, bytes become base64, 64-bit numbers become
 * numbers (ids and seconds, far below 2^53). Not the canonical JSON of Temporal's tools: the SDK reads that only where all its parts
 * share one copy of protobufjs, and an install need not give them one.
 */
export function plainMessage(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plainMessage);
  if (typeof value !== 'object' || value === null) return value;
  if ('low' in value && 'high' in value && 'toNumber' in value && typeof value.toNumber === 'function') return (value.toNumber as () => number)();
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null && field !== undefined).map(([name, field]) => [name, plainMessage(field)]));
}
