import { edgeFor } from '../target/edge-for.ts';
import { type OsEdge, osEdges } from '../target/os-edge.ts';
import { remedyTexts } from '../sentence/remedy-texts.ts';
import { names, sentence } from '../sentence/sentence.ts';
import { type Check, type Seen } from './check.ts';
import { type NodeFacts } from './facts.ts';

const majorOf = (version: string): number => Number.parseInt(version, 10);

/** Ways that lead out of the node's system, whatever the target. */
const edgesFrom = (facts: NodeFacts): readonly OsEdge[] => osEdges.filter((edge) => edge.sourceOsId === facts.osId && edge.sourceMajor === majorOf(facts.osVersion));

// CentOS Stream calls itself centos 8 in os-release as well, and is newer than the target.
const streamReleasePackage = 'centos-stream-release';

const osName = (facts: NodeFacts): string => `${facts.osId}-${facts.osMinor ?? facts.osVersion}`;

/** Whether the node's minor version is below what every way out of its system asks for; the ways are an argument, because today's begin at 0. */
export function minorProblem(facts: Pick<NodeFacts, 'osId' | 'osVersion' | 'osMinor'>, edges: readonly OsEdge[]): Seen {
  if (edges.length === 0) return null;
  const minor = /^\d+\.(\d+)/u.exec(facts.osMinor ?? '')?.[1];
  if (minor === undefined) return { unreadable: sentence('fact.osMinor') };
  const oldest = Math.min(...edges.map((edge) => edge.sourceMinorMin));
  return Number(minor) < oldest ? sentence('finding.minorTooOld', { system: facts.osId, version: facts.osMinor ?? '', oldest: `${majorOf(facts.osVersion)}.${oldest}` }) : null;
}

/** What the node is, and whether there is a way from it. */
export const sourceChecks: readonly Check[] = [
  {
    id: 'os.source.supported', severity: 'inhibit', title: 'The source system is in the catalogue',
    remediation: remedyTexts.os_source_supported,
    evaluate: (facts) => {
      if (facts.releaseProviders.some((name) => name.startsWith(streamReleasePackage))) return sentence('finding.centosStream');
      return edgesFrom(facts).length === 0 ? sentence('finding.noWayOut', { system: osName(facts) }) : null;
    },
  },
  {
    id: 'os.release.unique', severity: 'inhibit', title: 'Exactly one package says which system this is',
    remediation: remedyTexts.os_release_unique,
    evaluate: ({ releaseProviders }) => {
      if (releaseProviders.length === 1) return null;
      return releaseProviders.length === 0 ? sentence('finding.noRelease') : sentence('finding.manyReleases', { count: releaseProviders.length, packages: names(releaseProviders) });
    },
  },
  {
    id: 'os.partial', severity: 'inhibit', title: 'No earlier change was left half-way',
    remediation: remedyTexts.os_partial,
    evaluate: ({ targetIdentityPackages }) => (targetIdentityPackages.length === 0 ? null : sentence('finding.targetPackages', { packages: names(targetIdentityPackages) })),
  },
  {
    id: 'os.minor.min', severity: 'inhibit', title: 'The source system is new enough',
    remediation: remedyTexts.os_minor_min,
    evaluate: (facts) => minorProblem(facts, edgesFrom(facts)),
  },
  {
    id: 'os.path.known', severity: 'inhibit', title: 'The catalogue knows a way from this system to the target',
    remediation: remedyTexts.os_path_known,
    evaluate: (facts, { target }) => (edgeFor(osName(facts), target.osId, target.osVersion, null) === null ? sentence('finding.noPath', { from: osName(facts), to: `${target.osId}-${target.osVersion}` }) : null),
  },
  {
    id: 'os.container', severity: 'inhibit', title: 'The node is a server, not a container',
    remediation: remedyTexts.os_container,
    evaluate: ({ container }) => (container === null || container === 'none' ? null : sentence('finding.container', { container })),
  },
  {
    id: 'arch.supported', severity: 'inhibit', title: 'The architecture is one that the way supports',
    remediation: remedyTexts.arch_supported,
    evaluate: (facts, { target }) => {
      const edges = edgesFrom(facts).filter((edge) => edge.targetOsId === target.osId);
      if (edges.length === 0 || edges.some((edge) => edge.architectures.includes(facts.architecture))) return null;
      return sentence('finding.architecture', { architecture: facts.architecture, known: names([...new Set(edges.flatMap((edge) => edge.architectures))]) });
    },
  },
];
