import { type RunFactsView } from '@skein/persistence';
import { type PackageChange, type PackageChanges } from '../generated/schema-types.ts';

const packagesShownMax = 2000;

/** `name-version-release.architecture`, as RPM writes it. */
function readPackage(line: string): { readonly name: string; readonly version: string } | null {
  const parts = /^(\S+)-([^\s-]+)-([^\s-]+?)(?:\.[^\s.-]+)?$/u.exec(line);
  return parts === null ? null : { name: parts[1] ?? '', version: `${parts[2] ?? ''}-${parts[3] ?? ''}` };
}

/**
 * What a verified change did to its packages, as the solver had said on the node right before it: Skein verifies that the packages fit
 * together afterwards, and keeps no list of them. null: not verified, or the solver was not asked.
 */
export function packageChangesOf(row: RunFactsView | undefined): PackageChanges | null {
  const prediction = row?.facts?.prediction;
  if (row === undefined || row.verification === null || prediction === null || prediction === undefined || prediction.problem !== null) return null;
  const after = namesOf([...prediction.install, ...prediction.upgrade, ...prediction.downgrade]);
  const before = namesOf(prediction.remove);
  const fresh = namesOf(prediction.install);
  const changes = [...new Set([...before.keys(), ...after.keys()])].sort().map((name): PackageChange => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }));
  return {
    added: changes.filter((change) => change.before === null && fresh.has(change.name)).length,
    removed: changes.filter((change) => change.after === null).length,
    changed: changes.filter((change) => change.after !== null && (change.before !== null || !fresh.has(change.name))).length,
    packages: changes.slice(0, packagesShownMax),
  };
}

const namesOf = (lines: readonly string[]): ReadonlyMap<string, string> => new Map(lines.flatMap((line) => {
  const read = readPackage(line);
  return read === null ? [] : [[read.name, read.version] as const];
}));
