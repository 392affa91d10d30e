import { holdsInvisible } from '../kernel/holds-invisible.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { sentence, type Sentence } from '../sentence/sentence.ts';
import { tell } from '../sentence/tell.ts';
import { type CampaignSpec, type Deadlines, type WaveSize } from './plan.ts';

const nameLengthMax = 200;
/** More stages than this are a mistake, and each costs a soak. */
const wavesMax = 50;

const problem = (field: readonly (string | number)[], what: Sentence, hint?: string): Refusal =>
  refuse('specInvalid', tell(what), { field: field.map(String), sentence: what, ...(hint === undefined ? {} : { hint }) });

const isWhole = (value: number, min: number): boolean => Number.isSafeInteger(value) && value >= min;
const isPercent = (value: number, min: number): boolean => Number.isFinite(value) && value >= min && value <= 100;

function waveProblems(waves: readonly WaveSize[]): Refusal[] {
  if (waves.length === 0) return [problem(['waves'], sentence('spec.noWaves'), 'Write [{"rest": true}] for a single one.')];
  const problems = waves.flatMap((wave, index) => {
    const isLast = index === waves.length - 1;
    if ('count' in wave && !isWhole(wave.count, 1)) return [problem(['waves', index, 'count'], sentence('spec.waveCount'))];
    if ('percent' in wave && !(isPercent(wave.percent, 0) && wave.percent > 0)) return [problem(['waves', index, 'percent'], sentence('spec.wavePercent'))];
    if ('rest' in wave && !isLast) return [problem(['waves', index, 'rest'], sentence('spec.restOnlyLast'))];
    if (!('rest' in wave) && isLast) return [problem(['waves', index], sentence('spec.lastTakesRest'), 'Add {"rest": true}.')];
    return [];
  });
  return waves.length > wavesMax ? [...problems, problem(['waves'], sentence('spec.wavesMax', { max: wavesMax }))] : problems;
}

function gateProblems({ gate }: CampaignSpec): Refusal[] {
  const problems: Refusal[] = [];
  if (!isPercent(gate.failurePercentMax, 0)) problems.push(problem(['gate', 'failurePercentMax'], sentence('spec.failurePercentMax')));
  if (!(isPercent(gate.verifiedPercentMin, 0) && gate.verifiedPercentMin > 0)) problems.push(problem(['gate', 'verifiedPercentMin'], sentence('spec.verifiedPercentMin')));
  if (!isWhole(gate.soakSeconds, 0)) problems.push(problem(['gate', 'soakSeconds'], sentence('spec.soakSeconds')));
  if (!isWhole(gate.firstLook, 1)) problems.push(problem(['gate', 'firstLook'], sentence('spec.firstLook')));
  if (!isWhole(gate.inconclusiveSecondsMax, 1)) problems.push(problem(['gate', 'inconclusiveSecondsMax'], sentence('spec.inconclusiveSecondsMax')));
  if (!isWhole(gate.lostMax, 1)) problems.push(problem(['gate', 'lostMax'], sentence('spec.lostMax')));
  return problems;
}

function limitProblems(spec: CampaignSpec): Refusal[] {
  const problems: Refusal[] = [];
  for (const field of ['concurrencyMax', 'stagingMax', 'exposureMax'] as const) {
    if (!isWhole(spec[field], 1)) problems.push(problem([field], sentence('spec.limitMin', { limit: field })));
  }
  if (spec.exposureMax < spec.concurrencyMax) problems.push(problem(['exposureMax'], sentence('spec.exposureBelowConcurrency'), 'Raise exposureMax or lower concurrencyMax.'));
  return problems;
}

function deadlineProblems(deadlines: Deadlines): Refusal[] {
  const problems = (Object.entries(deadlines) as [string, number][])
    .filter(([, seconds]) => !(Number.isFinite(seconds) && seconds > 0))
    .map(([name]) => problem(['deadlines', name], sentence('spec.deadlineMin', { deadline: name })));
  if (deadlines.rebootSilence > deadlines.reboot) problems.push(problem(['deadlines', 'rebootSilence'], sentence('spec.rebootSilence')));
  return problems;
}

function rollbackProblems(spec: CampaignSpec): Refusal[] {
  if (spec.kind === 'migrate') return spec.rollback === undefined ? [] : [problem(['rollback'], sentence('spec.migrateRollsBack'), 'Set kind to rollback.')];
  if (spec.rollback === undefined) return [problem(['rollback'], sentence('spec.rollbackNeedsParent'))];
  const { scope } = spec.rollback;
  if (scope.kind === 'wave' && !isWhole(scope.wave, 1)) return [problem(['rollback', 'scope', 'wave'], sentence('spec.rollbackWave'))];
  if (scope.kind === 'nodes' && scope.nodeIds.length === 0) return [problem(['rollback', 'scope', 'nodeIds'], sentence('spec.rollbackNodes'))];
  return [];
}

/** Everything that is wrong with a campaign document, each with the path of its field (code `specInvalid`); empty: nothing. */
export function validateSpec(spec: CampaignSpec): readonly Refusal[] {
  const problems: Refusal[] = [];
  if (spec.name.trim() === '' || spec.name.length > nameLengthMax) problems.push(problem(['name'], sentence('spec.nameLength', { max: nameLengthMax })));
  // A rollback takes its campaign's name as it is: the way back must not fail for it.
  else if (spec.kind === 'migrate' && holdsInvisible(spec.name)) problems.push(problem(['name'], sentence('spec.nameInvisible'), 'Type the name anew.'));
  if (!Number.isSafeInteger(spec.seed)) problems.push(problem(['seed'], sentence('spec.seed')));
  if (spec.selector.nodeIds?.length === 0) problems.push(problem(['selector', 'nodeIds'], sentence('spec.noNodes'), 'Leave nodeIds out to select by site or label.'));
  if (spec.selector.siteIds?.length === 0) problems.push(problem(['selector', 'siteIds'], sentence('spec.noSites'), 'Leave siteIds out to select by node or label.'));
  return [...problems, ...waveProblems(spec.waves), ...gateProblems(spec), ...limitProblems(spec), ...deadlineProblems(spec.deadlines), ...rollbackProblems(spec)];
}
