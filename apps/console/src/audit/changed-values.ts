export interface ChangedValue {
  /** Path into both, such as `state.kind`. */
  readonly path: string;
  /** As JSON; null: was not there. */
  readonly before: string | null;
  /** As JSON; null: is not there any more. */
  readonly after: string | null;
}

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text as people write it; everything else as JSON. */
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function leaves(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (isData(value) && Object.keys(value).length > 0) {
    for (const [key, inner] of Object.entries(value)) leaves(inner, path === '' ? key : `${path}.${key}`, into);
  } else if (value !== null && value !== undefined) into.set(path, shown(value));
  return into;
}

/** What differs between before and after, by path. A list is one value: its parts have no names. */
export function changedValues(before: Data | null, after: Data | null): readonly ChangedValue[] {
  const old = leaves(before, '', new Map());
  const now = leaves(after, '', new Map());
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort();
  return paths.filter((path) => old.get(path) !== now.get(path)).map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }));
}
