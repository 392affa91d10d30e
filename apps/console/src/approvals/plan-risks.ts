import { type ApprovalBudgetsQuery, type ApprovalRequestQuery, type PreviewPartsFragment } from '../generated/documents.ts';
import { phrase, type Phrase } from '../campaigns/phrase.ts';

type Request = NonNullable<ApprovalRequestQuery['campaign']>;
type Budgets = ApprovalBudgetsQuery['budgets']['nodes'];

/** Something that an approver should know, with the number that it rests on. */
export interface PlanRisk {
  readonly weight: 'attention' | 'note';
  readonly finding: Phrase;
  readonly detail: Phrase;
}

const namesShown = 3;
const listed = (names: readonly string[]): string => names.slice(0, namesShown).join(', ');

/** What can go wrong with a plan, as far as numbers say: what waves cannot notice, budgets and floors that leave no room, and what has changed since the plan was frozen. */
export function planRisks(request: Pick<Request, 'revision' | 'blastRadius' | 'spec' | 'waves'>, preview: PreviewPartsFragment | null, budgets: Budgets | null): readonly PlanRisk[] {
  return [...blindWaves(request, preview), ...fullBudgets(request, budgets), ...servicesAtFloor(request), ...changedSince(request, preview), ...waiting(preview), ...leftOut(preview)];
}

/** A wave that lets more than the tolerated share pass unnoticed hands it on to the next one. */
function blindWaves({ spec }: Pick<Request, 'spec'>, preview: PreviewPartsFragment | null): readonly PlanRisk[] {
  const waves = preview?.waves ?? [];
  return waves.slice(0, -1).filter(({ seesPercent }) => seesPercent === null || seesPercent > spec.gate.failurePercentMax).map((wave): PlanRisk => ({
    weight: 'attention', finding: wave.seesPercent === null ? phrase('approvals.risk.blind', { wave: wave.number }) : phrase('approvals.risk.seesFrom', { wave: wave.number, percent: Math.ceil(wave.seesPercent) }),
    detail: phrase('approvals.risk.blindDetail', { count: wave.memberCount, percent: spec.gate.failurePercentMax }),
  }));
}

function fullBudgets({ blastRadius, waves }: Pick<Request, 'blastRadius' | 'waves'>, budgets: Budgets | null): readonly PlanRisk[] {
  const touched = new Set([...(blastRadius?.domains ?? []).map(({ domain }) => domain), ...waves.flatMap((wave) => wave.domains.map(({ domain }) => domain))]);
  const full = (budgets ?? []).filter(({ domain, unavailableNow, unavailableMax }) => touched.has(domain) && unavailableNow >= unavailableMax);
  const [first] = full;
  if (first === undefined) return [];
  return [{ weight: 'attention', finding: phrase('approvals.risk.budgets', { count: full.length }), detail: phrase('approvals.risk.budgetsDetail', { domain: first.domain, now: first.unavailableNow, max: first.unavailableMax }) }];
}

function servicesAtFloor({ blastRadius }: Pick<Request, 'blastRadius'>): readonly PlanRisk[] {
  const atFloor = (blastRadius?.services ?? []).filter(({ service, members }) => members > 0 && service.memberCount <= service.floor);
  if (atFloor.length === 0) return [];
  return [{ weight: 'attention', finding: phrase('approvals.risk.services', { count: atFloor.length }), detail: phrase('approvals.risk.servicesDetail', { names: listed(atFloor.map(({ service }) => service.name)) }) }];
}

function changedSince({ revision }: Pick<Request, 'revision'>, preview: PreviewPartsFragment | null): readonly PlanRisk[] {
  if (revision === null || preview === null || preview.waves.length === 0 || preview.memberCount === revision.members) return [];
  return [{ weight: 'attention', finding: phrase('approvals.risk.changed'), detail: phrase('approvals.risk.changedDetail', { then: revision.members, now: preview.memberCount }) }];
}

function waiting(preview: PreviewPartsFragment | null): readonly PlanRisk[] {
  const first = preview?.waves[0];
  if (first === undefined || first.startableNow === null || first.startableNow >= first.memberCount) return [];
  return [{ weight: 'note', finding: phrase('approvals.risk.waiting', { count: first.memberCount - first.startableNow }), detail: phrase('approvals.risk.waitingDetail', { count: first.memberCount }) }];
}

function leftOut(preview: PreviewPartsFragment | null): readonly PlanRisk[] {
  const count = preview?.excluded.reduce((sum, group) => sum + group.count, 0) ?? 0;
  return count === 0 ? [] : [{ weight: 'note', finding: phrase('approvals.risk.excluded', { count }), detail: phrase('approvals.risk.excludedDetail') }];
}
