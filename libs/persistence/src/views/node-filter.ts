import { type NodeQueryTerm, stateClasses, type StateClass } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { texts } from '../database/transaction.ts';
import { campaignMembers } from './campaign-members.ts';
import { type NodeFacetField } from './fleet-view.ts';
import { type NodeFilter } from './view.ts';

type Condition = RawBuilder<unknown>;

/** An observation older than this says nothing about now (core: healthObservationSecondsMax). */
export const freshHealth = sql.raw(`h.observed_at > now() - interval '60 s'`);

const classNumbers = (classes: readonly StateClass[]): Condition => sql`t.state_class = ANY (${classes.map((name) => stateClasses.indexOf(name))}::smallint[])`;
const isOneOf = (column: string, values: readonly string[]): Condition => sql`t.${sql.raw(column)} = ANY (${texts(values)})`;
const inNode = (condition: Condition): Condition => sql`t.node_id IN (SELECT n.node_id FROM node n WHERE ${condition})`;
const inDomain = (domain: string): Condition => inNode(sql`n.domains @> ${texts([domain.replace(/\/$/, '')])}`);
const inCampaigns = (campaignIds: readonly string[]): Condition => sql`t.node_id IN (SELECT m.node_id FROM ${campaignMembers(campaignIds)} m)`;
const hasLabels = (labels: Readonly<Record<string, string>>): Condition => inNode(sql`n.labels @> ${JSON.stringify(labels)}::jsonb`);
/** A word that is in neither of both names is not in the host name: cheaper to find out than to make letters small. */
const named = (text: string): Condition => sql`(position(lower(${text}) IN t.search) > 0 AND position(lower(${text}) IN lower(t.hostname)) > 0)`;
const not = (condition: Condition): Condition => sql`NOT (${condition})`;
const anyOf = (conditions: readonly Condition[]): Condition => sql`(${sql.join(conditions, sql` OR `)})`;

/** Unknown is whatever nobody saw good or bad within the last minute. */
function hasHealth(wanted: readonly string[]): Condition {
  const seen = (verdicts: readonly string[]): Condition => sql`t.node_id IN (SELECT h.node_id FROM node_health h WHERE ${freshHealth} AND h.verdict = ANY (${texts(verdicts)}))`;
  return wanted.includes('unknown') ? not(seen(['good', 'bad'].filter((verdict) => !wanted.includes(verdict)))) : seen(wanted);
}

function termCondition(term: NodeQueryTerm): Condition {
  if (term.key === 'word') return named(term.word);
  if ('wanted' in term) return sql`t.${sql.raw(term.key)} = ${term.wanted}`;
  return term.negated ? not(valueCondition(term)) : valueCondition(term);
}

function valueCondition(term: Extract<NodeQueryTerm, { readonly negated: boolean }>): Condition {
  switch (term.key) {
    case 'site': case 'os': return isOneOf(term.key, term.values);
    case 'state': return classNumbers(term.values);
    case 'health': return hasHealth(term.values);
    case 'domain': return anyOf(term.values.map(inDomain));
    case 'campaign': return inCampaigns(term.values);
    case 'label': return anyOf(term.values.map((value) => hasLabels({ [term.label]: value })));
  }
}

/** Which of the two kinds is meant; null: both. A campaign's members are asked for whether they were retired since or not. */
export function retiredWanted(filter: NodeFilter): boolean | null {
  if (typeof filter.retired === 'boolean') return filter.retired;
  const asksItself = filter.campaignId || filter.query?.some((term) => term.key === 'retired' || (term.key === 'campaign' && !term.negated));
  return asksItself ? null : false;
}

/** Whether it says something of a node that the narrow rows do not know. */
export const asksOtherRows = (filter: NodeFilter): boolean => Boolean(filter.labels) || Boolean(filter.domain) || Boolean(filter.campaignId) || (filter.health ?? []).length > 0
  || (filter.query ?? []).some(({ key }) => key === 'label' || key === 'domain' || key === 'campaign' || key === 'health');

/** Parts of a filter as conditions on `node_status t` alone: those that belong to a facet apart from the others. */
export interface NodeFilterParts {
  readonly always: readonly Condition[];
  readonly byFacet: ReadonlyMap<NodeFacetField, readonly Condition[]>;
}

export function nodeFilterParts(filter: NodeFilter): NodeFilterParts {
  const always: Condition[] = [];
  const byFacet = new Map<NodeFacetField, Condition[]>();
  const add = (wanted: unknown, condition: () => Condition, facet?: NodeFacetField): void => {
    if (wanted === null || wanted === undefined) return;
    if (facet === undefined) always.push(condition());
    else byFacet.set(facet, [...(byFacet.get(facet) ?? []), condition()]);
  };
  const retired = retiredWanted(filter);
  add(retired, () => sql`t.retired = ${retired}`);
  add(filter.ids, () => isOneOf('node_id', filter.ids ?? []));
  add(filter.sites, () => isOneOf('site', filter.sites ?? []), 'SITE');
  add(filter.os, () => isOneOf('os', [filter.os ?? '']), 'OS');
  add(filter.osIn, () => isOneOf('os', filter.osIn ?? []), 'OS');
  add(filter.stateClasses, () => classNumbers(filter.stateClasses ?? []), 'STATE_CLASS');
  add(filter.health, () => hasHealth(filter.health ?? []), 'HEALTH');
  add(filter.domain || null, () => inDomain(filter.domain ?? ''), 'REGION');
  add(filter.text || null, () => sql`position(lower(${filter.text}) IN t.search) > 0`);
  add(filter.labels, () => hasLabels(filter.labels ?? {}));
  add(filter.runStates, () => isOneOf('run_state', filter.runStates ?? []));
  add(filter.protected, () => sql`t.protected = ${filter.protected}`);
  add(filter.held, () => sql`t.held = ${filter.held}`);
  add(filter.quarantined, () => sql`t.quarantined = ${filter.quarantined}`);
  add(filter.missing, () => sql`t.missing = ${filter.missing}`);
  add(filter.campaignId, () => inCampaigns([filter.campaignId ?? '']));
  for (const term of filter.query ?? []) always.push(termCondition(term));
  return { always, byFacet };
}

export const allOf = (conditions: readonly Condition[]): Condition => (conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `));

export function nodeFilter(filter: NodeFilter): Condition {
  const { always, byFacet } = nodeFilterParts(filter);
  return allOf([...always, ...[...byFacet.values()].flat()]);
}
