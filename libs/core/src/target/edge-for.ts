import { type EdgeBasis, type OsEdge, osEdges } from './os-edge.ts';

export interface EdgeMatch {
  readonly edge: OsEdge;
  readonly basis: EdgeBasis;
}

/** `centos-8.5` → centos, 8, 5; the minor is null for `centos-8`. null: not such a name. */
export function parseOsName(name: string): { readonly osId: string; readonly major: number; readonly minor: number | null } | null {
  const parts = /^([a-z][a-z0-9_]*)-(\d{1,4})(?:\.(\d{1,4}))?/u.exec(name);
  if (parts === null) return null;
  return { osId: parts[1] ?? '', major: Number(parts[2]), minor: parts[3] === undefined ? null : Number(parts[3]) };
}

/**
 * The way from a source such as `centos-8.5` to a target OS, or null when the catalogue has none. An architecture that is not
 * known yet (null) passes here and is asked again by preflight, as is a minor that the name does not say.
 */
export function edgeFor(sourceOs: string, targetOsId: string, targetVersion: string, architecture: string | null): EdgeMatch | null {
  const source = parseOsName(sourceOs);
  if (source === null) return null;
  const targetMajor = Number.parseInt(targetVersion, 10);
  for (const edge of osEdges) {
    if (edge.sourceOsId !== source.osId || edge.sourceMajor !== source.major) continue;
    if (edge.targetOsId !== targetOsId || edge.targetMajor !== targetMajor) continue;
    if (architecture !== null && !edge.architectures.includes(architecture)) continue;
    if (source.minor !== null && source.minor < edge.sourceMinorMin) continue;
    return { edge, basis: source.minor === null ? 'ours' : (edge.basisByMinor[source.minor] ?? 'ours') };
  }
  return null;
}
