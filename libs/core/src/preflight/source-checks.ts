import { edgeFor } from '../target/edge-for.ts';
import { type OsEdge, osEdges } from '../target/os-edge.ts';
import { type Check } from './check.ts';
import { type NodeFacts } from './facts.ts';

const majorOf = (version: string): number => Number.parseInt(version, 10);

/** Ways that lead out of the node's system, whatever the target. */
const edgesFrom = (facts: NodeFacts): readonly OsEdge[] => osEdges.filter((edge) => edge.sourceOsId === facts.osId && edge.sourceMajor === majorOf(facts.osVersion));

// CentOS Stream calls itself centos 8 in os-release as well, and is newer than the target.
const streamReleasePackage = 'centos-stream-release';

const osName = (facts: NodeFacts): string => `${facts.osId}-${facts.osMinor ?? facts.osVersion}`;

/** Whether the node's minor version is below what every way out of its system asks for; the ways are an argument, because today's begin at 0. */
export function minorProblem(facts: Pick<NodeFacts, 'osId' | 'osVersion' | 'osMinor'>, edges: readonly OsEdge[]): string | { readonly unreadable: string } | null {
  if (edges.length === 0) return null;
  const minor = /^\d+\.(\d+)/u.exec(facts.osMinor ?? '')?.[1];
  if (minor === undefined) return { unreadable: 'the minor version of the release package' };
  const oldest = Math.min(...edges.map((edge) => edge.sourceMinorMin));
  return Number(minor) < oldest ? `${facts.osId} ${facts.osMinor} is older than ${majorOf(facts.osVersion)}.${oldest}` : null;
}

/** What the node is, and whether there is a way from it. */
export const sourceChecks: readonly Check[] = [
  {
    id: 'os.source.supported', severity: 'inhibit', title: 'The source system is in the catalogue',
    remediation: 'Choose another way for this node: reinstall it, or replace it by a new one.',
    evaluate: (facts) => {
      if (facts.releaseProviders.some((name) => name.startsWith(streamReleasePackage))) return 'the node runs CentOS Stream, whose packages are newer than the target\'s';
      return edgesFrom(facts).length === 0 ? `no way leads out of ${osName(facts)}` : null;
    },
  },
  {
    id: 'os.release.unique', severity: 'inhibit', title: 'Exactly one package says which system this is',
    remediation: 'Remove the release packages that do not belong to the running system.',
    evaluate: ({ releaseProviders }) => {
      if (releaseProviders.length === 1) return null;
      return releaseProviders.length === 0 ? 'no package provides the system release' : `${releaseProviders.length} packages provide the system release: ${releaseProviders.join(', ')}`;
    },
  },
  {
    id: 'os.partial', severity: 'inhibit', title: 'No earlier change was left half-way',
    remediation: 'Finish or undo the earlier change by hand (it was cut after the identity packages were swapped); do not start another on top.',
    evaluate: ({ targetIdentityPackages }) => (targetIdentityPackages.length === 0 ? null : `packages of the target system are installed already: ${targetIdentityPackages.join(', ')}`),
  },
  {
    id: 'os.minor.min', severity: 'inhibit', title: 'The source system is new enough',
    remediation: 'Update the node to the last minor release of its system first.',
    evaluate: (facts) => minorProblem(facts, edgesFrom(facts)),
  },
  {
    id: 'os.path.known', severity: 'inhibit', title: 'The catalogue knows a way from this system to the target',
    remediation: 'Choose another target profile, or go there in two steps.',
    evaluate: (facts, { target }) => (edgeFor(osName(facts), target.osId, target.osVersion, null) === null ? `no way leads from ${osName(facts)} to ${target.osId}-${target.osVersion}` : null),
  },
  {
    id: 'os.container', severity: 'inhibit', title: 'The node is a server, not a container',
    remediation: 'Rebuild the image of the container on the new system instead.',
    evaluate: ({ container }) => (container === null || container === 'none' ? null : `the node is a container (${container})`),
  },
  {
    id: 'arch.supported', severity: 'inhibit', title: 'The architecture is one that the way supports',
    remediation: 'Replace the node by one of a supported architecture.',
    evaluate: (facts, { target }) => {
      const edges = edgesFrom(facts).filter((edge) => edge.targetOsId === target.osId);
      if (edges.length === 0 || edges.some((edge) => edge.architectures.includes(facts.architecture))) return null;
      return `${facts.architecture} is not one of ${[...new Set(edges.flatMap((edge) => edge.architectures))].join(', ')}`;
    },
  },
];
