import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type CampaignSpec, type Deadlines, type WaveSize } from './plan.ts';

const nameLengthMax = 200;
/** More stages than this are a mistake, and each costs a soak. */
const wavesMax = 50;

const problem = (field: readonly (string | number)[], message: string, hint?: string): Refusal =>
  refuse('specInvalid', message, { field: field.map(String), ...(hint === undefined ? {} : { hint }) });

const isWhole = (value: number, min: number): boolean => Number.isSafeInteger(value) && value >= min;
const isPercent = (value: number, min: number): boolean => Number.isFinite(value) && value >= min && value <= 100;

function waveProblems(waves: readonly WaveSize[]): Refusal[] {
  if (waves.length === 0) return [problem(['waves'], 'a campaign needs at least one wave', 'Write [{"rest": true}] for a single one.')];
  const problems = waves.flatMap((wave, index) => {
    const isLast = index === waves.length - 1;
    if ('count' in wave && !isWhole(wave.count, 1)) return [problem(['waves', index, 'count'], 'a wave takes at least one node, in whole nodes')];
    if ('percent' in wave && !(isPercent(wave.percent, 0) && wave.percent > 0)) return [problem(['waves', index, 'percent'], 'a share is more than 0 and at most 100 percent')];
    if ('rest' in wave && !isLast) return [problem(['waves', index, 'rest'], 'only the last wave takes the rest')];
    if (!('rest' in wave) && isLast) return [problem(['waves', index], 'the last wave must take the rest, or nodes would be left over', 'Add {"rest": true}.')];
    return [];
  });
  return waves.length > wavesMax ? [...problems, problem(['waves'], `a campaign has at most ${wavesMax} waves`)] : problems;
}

function gateProblems({ gate }: CampaignSpec): Refusal[] {
  const problems: Refusal[] = [];
  if (!isPercent(gate.failurePercentMax, 0)) problems.push(problem(['gate', 'failurePercentMax'], 'failurePercentMax is a percentage from 0 to 100'));
  if (!(isPercent(gate.verifiedPercentMin, 0) && gate.verifiedPercentMin > 0)) problems.push(problem(['gate', 'verifiedPercentMin'], 'verifiedPercentMin is more than 0 and at most 100, or a wave would pass without evidence'));
  if (!isWhole(gate.soakSeconds, 0)) problems.push(problem(['gate', 'soakSeconds'], 'soakSeconds is a whole number of seconds, 0 or more'));
  if (!isWhole(gate.firstLook, 1)) problems.push(problem(['gate', 'firstLook'], 'firstLook is at least 1, or nothing could ever start'));
  if (!isWhole(gate.inconclusiveSecondsMax, 1)) problems.push(problem(['gate', 'inconclusiveSecondsMax'], 'inconclusiveSecondsMax is at least 1, because a wave must not wait for ever'));
  if (!isWhole(gate.lostMax, 1)) problems.push(problem(['gate', 'lostMax'], 'lostMax is at least 1: so many lost nodes stop the campaign'));
  return problems;
}

function limitProblems(spec: CampaignSpec): Refusal[] {
  const problems: Refusal[] = [];
  for (const field of ['concurrencyMax', 'stagingMax', 'exposureMax'] as const) {
    if (!isWhole(spec[field], 1)) problems.push(problem([field], `${field} is at least 1`));
  }
  if (spec.exposureMax < spec.concurrencyMax) problems.push(problem(['exposureMax'], 'exposureMax is below concurrencyMax, which could then never be used', 'Raise exposureMax or lower concurrencyMax.'));
  return problems;
}

function deadlineProblems(deadlines: Deadlines): Refusal[] {
  const problems = (Object.entries(deadlines) as [string, number][])
    .filter(([, seconds]) => !(Number.isFinite(seconds) && seconds > 0))
    .map(([name]) => problem(['deadlines', name], `the deadline ${name} is more than 0 seconds`));
  if (deadlines.rebootSilence > deadlines.reboot) problems.push(problem(['deadlines', 'rebootSilence'], 'rebootSilence is longer than the whole reboot may take'));
  return problems;
}

function rollbackProblems(spec: CampaignSpec): Refusal[] {
  if (spec.kind === 'migrate') return spec.rollback === undefined ? [] : [problem(['rollback'], 'a campaign of kind migrate brings nothing back', 'Set kind to rollback.')];
  if (spec.rollback === undefined) return [problem(['rollback'], 'a campaign of kind rollback names its parent and scope')];
  const { scope } = spec.rollback;
  if (scope.kind === 'wave' && !isWhole(scope.wave, 1)) return [problem(['rollback', 'scope', 'wave'], 'waves are numbered from 1')];
  if (scope.kind === 'nodes' && scope.nodeIds.length === 0) return [problem(['rollback', 'scope', 'nodeIds'], 'name at least one node')];
  return [];
}

/** Everything that is wrong with a campaign document, each with the path of its field (code `specInvalid`); empty: nothing. */
export function validateSpec(spec: CampaignSpec): readonly Refusal[] {
  const problems: Refusal[] = [];
  if (spec.name.trim() === '' || spec.name.length > nameLengthMax) problems.push(problem(['name'], `a campaign has a name of 1 to ${nameLengthMax} characters`));
  if (!Number.isSafeInteger(spec.seed)) problems.push(problem(['seed'], 'the seed is a whole number'));
  if (spec.selector.nodeIds?.length === 0) problems.push(problem(['selector', 'nodeIds'], 'an empty list names no node', 'Leave nodeIds out to select by site or label.'));
  if (spec.selector.siteIds?.length === 0) problems.push(problem(['selector', 'siteIds'], 'an empty list names no site', 'Leave siteIds out to select by node or label.'));
  return [...problems, ...waveProblems(spec.waves), ...gateProblems(spec), ...limitProblems(spec), ...deadlineProblems(spec.deadlines), ...rollbackProblems(spec)];
}
