import { type CampaignDocument, type CampaignSpec, type NodeId, type Refusal, refuse, type SiteId, specOfDocument, type TargetProfileId } from '@skein/core';
import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { texts } from '../database/transaction.ts';

// A list for people: enough to see what is wrong with a file.
const namesShownMax = 20;

/** What the author of a document means, with ids in place of names; or everything that cannot be found, all of it at once. */
export async function readDocumentSpec(db: Queries, document: CampaignDocument): Promise<CampaignSpec | readonly Refusal[]> {
  const profile = await readProfile(db, document.spec.targetProfile);
  const sites = await readSites(db, document.spec.selector.sites ?? []);
  const nodes = await readNodes(db, document.spec.selector.nodes ?? []);
  const problems = [...profile.problems, ...sites.problems, ...nodes.problems];
  if (problems.length > 0) return problems;
  return specOfDocument(document, { targetProfile: profile.idOf, site: sites.idOf, node: nodes.idOf });
}

interface Found<Id> { readonly idOf: (name: string) => Id; readonly problems: readonly Refusal[] }

function found<Id extends string>(ids: ReadonlyMap<string, string>, problems: readonly Refusal[]): Found<Id> {
  return {
    problems,
    idOf(name) {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`${name} was looked up and not found, and nobody refused it`);
      return id as Id;
    },
  };
}

const shown = (names: readonly string[]): string => `${names.slice(0, namesShownMax).join(', ')}${names.length > namesShownMax ? ` and ${String(names.length - namesShownMax)} more` : ''}`;
const field = (...path: readonly string[]): readonly string[] => ['document', 'spec', ...path];

/** The newest of a name, else the one with that id: an exported document may mean an older one. */
async function readProfile(db: Queries, name: string): Promise<Found<TargetProfileId>> {
  const { rows: [row] } = await sql<{ id: string }>`/* readDocumentSpec profile */ SELECT target_profile_id AS id FROM target_profile WHERE name = ${name} OR target_profile_id = ${name}
    ORDER BY name = ${name} DESC, created_at DESC, target_profile_id LIMIT 1`.execute(db);
  if (row !== undefined) return found(new Map([[name, row.id]]), []);
  return found(new Map(), [refuse('targetProfileNotFound', `there is no target profile ${name}`, { field: field('targetProfile'), hint: 'List the target profiles, or save one of this name.' })]);
}

async function readSites(db: Queries, names: readonly string[]): Promise<Found<SiteId>> {
  const { rows } = await sql<{ name: string; id: string }>`/* readDocumentSpec sites */ SELECT name, site_id AS id FROM site WHERE name = ANY (${texts(names)})`.execute(db);
  const ids = new Map(rows.map((row) => [row.name, row.id]));
  const missing = names.filter((name) => !ids.has(name));
  return found(ids, missing.length === 0 ? [] : [refuse('siteNotFound', `there is no site ${shown(missing)}`, { field: field('selector', 'sites'), hint: 'Correct the names, or save the sites first.' })]);
}

/** `source/externalId` wins over a host name that looks like one, as everywhere. */
async function readNodes(db: Queries, names: readonly string[]): Promise<Found<NodeId>> {
  const { rows } = await sql<{ name: string; id: string; exact: boolean }>`/* readDocumentSpec nodes */
    SELECT n.source || '/' || n.external_id AS name, n.node_id AS id, true AS exact FROM node n WHERE n.source || '/' || n.external_id = ANY (${texts(names.filter((name) => name.includes('/')))})
    UNION ALL SELECT n.hostname, n.node_id, false FROM node n WHERE n.hostname = ANY (${texts(names)})`.execute(db);
  const byName = Map.groupBy(rows, (row) => row.name);
  const ids = new Map<string, string>();
  const missing: string[] = [];
  const ambiguous: string[] = [];
  for (const name of new Set(names)) {
    const all = byName.get(name) ?? [];
    const exact = all.filter((row) => row.exact);
    const matching = exact.length > 0 ? exact : all;
    const [first] = matching;
    if (first === undefined) missing.push(name);
    else if (matching.length > 1) ambiguous.push(name);
    else ids.set(name, first.id);
  }
  return found(ids, [
    ...(missing.length === 0 ? [] : [refuse('nodeNotFound', `there is no node ${shown(missing)}`, { field: field('selector', 'nodes'), hint: 'Correct the names, or import the nodes first.' })]),
    ...(ambiguous.length === 0 ? [] : [refuse('nameIsAmbiguous', `more than one node is called ${shown(ambiguous)}`, { field: field('selector', 'nodes'), hint: 'Write source/externalId instead of the host name.' })]),
  ]);
}
