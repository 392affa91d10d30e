import { type CliNodeRowFragment } from '../generated/documents.ts';
import { relativeTime } from '../output/describe-time.ts';
import { type Column } from '../output/draw-table.ts';
import { stateClassMarks } from '../output/paint.ts';

const flagsOf = (node: CliNodeRowFragment): string => ([['protected', node.protected], ['held', node.held], ['quarantined', node.quarantined], ['missing', node.missing], ['retired', node.retired]] as const).filter(([, is]) => is).map(([word]) => word).join(',');

export const nodeColumns = (now: number): readonly Column<CliNodeRowFragment>[] => [
  { header: 'HOSTNAME', text: (node) => node.hostname },
  { header: 'SITE', text: (node) => node.site },
  { header: 'OS', text: (node) => node.os },
  { header: 'STATE', text: (node) => `${stateClassMarks[node.stateClass].glyph} ${stateClassMarks[node.stateClass].label}`, tone: (node) => stateClassMarks[node.stateClass].tone },
  { header: 'SINCE', text: (node) => relativeTime(node.stateSince, now) },
  { header: 'HEALTH', text: (node) => node.health.toLowerCase(), tone: (node) => (node.health === 'BAD' ? 'bad' : null) },
  { header: 'FLAGS', text: flagsOf, tone: () => 'warn' },
  { header: 'RUN', text: (node) => node.runState?.toLowerCase() ?? null, wide: true },
  { header: 'KERNEL', text: (node) => node.kernel, wide: true },
  { header: 'ADDRESS', text: (node) => node.address, wide: true },
  { header: 'DOMAIN', text: (node) => node.domains[0] ?? null, wide: true },
  { header: 'LABELS', text: (node) => node.labels.map(({ key, value }) => `${key}=${value}`).join(','), wide: true },
  { header: 'NAME', text: (node) => `${node.source}/${node.externalId}`, wide: true },
  { header: 'ID', text: (node) => node.id, wide: true },
];
