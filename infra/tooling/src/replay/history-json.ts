/**
 * A workflow history as the JSON that Temporal's tools and `Worker.runReplayHistories` read. Protobuf's own `toJSON` gives nearly
 * that: enums by name, bytes as base64, 64-bit numbers as strings; only its times are objects, where canonical JSON wants text.
 */
export function canonicalHistoryJson(history: unknown): unknown {
  return withTextTimes(JSON.parse(JSON.stringify(history)), '');
}

function withTextTimes(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withTextTimes(item, key));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value);
  // `{}` is a zero Duration and an empty message alike, so only what carries a number is a time. An absent Duration means zero to Temporal.
  if (fields.length > 0 && fields.every(([name, field]) => (name === 'seconds' && typeof field === 'string') || (name === 'nanos' && typeof field === 'number'))) {
    const { seconds = '0', nanos = 0 } = value as { seconds?: string; nanos?: number };
    return /time$/i.test(key) ? timestamp(Number(seconds), nanos) : `${Number(seconds) + nanos / 1e9}s`;
  }
  return Object.fromEntries(fields.map(([name, field]) => [name, withTextTimes(field, name)]));
}

const timestamp = (seconds: number, nanos: number): string =>
  new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, `.${String(nanos).padStart(9, '0')}Z`);
