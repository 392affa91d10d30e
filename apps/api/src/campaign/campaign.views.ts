import { Injectable } from '@nestjs/common';
import { type Principal, type RunStateKind } from '@skein/core';
import { campaignCan, type CampaignFilter as RowFilter, type CampaignOrder as RowOrder, type CampaignView, type WaveView } from '@skein/persistence';
import { type Campaign, type CampaignCan, type CampaignFilter, type CampaignOrder, type CampaignSource, type PageInfo, type PageInput, type Permitted, type PermitHolder, type RunStateCount, type Verdict, type Wave } from '../generated/schema-types.ts';
import { toPerson } from '../identity/identity.views.ts';
import { BatchLoader } from '../platform/batch-loader.ts';
import { connection, pageRequest } from '../platform/connection.ts';
import { Persistence } from '../platform/persistence.ts';
import { toPermitted } from '../platform/permitted.ts';
import { readSentences } from '../platform/read-sentence.ts';
import { toSpec } from './campaign-spec.ts';
import { describeCampaignState } from './describe-campaign-state.ts';
import { toVerdict } from './describe-verdict.ts';

/** A campaign without the fields that cost statements of their own, and with the row that they start from. */
export type CampaignParent = Omit<Campaign, 'waves' | 'holdingPermit' | 'summary' | 'can' | 'availability' | 'byStateClass' | CampaignInsightField> & { readonly row: CampaignView };
type CampaignInsightField = 'failures' | 'burnDown' | 'forecast' | 'availabilitySeries' | 'blastRadius' | 'planDiff' | 'document';
export type WaveParent = Omit<Wave, 'verdicts' | 'byStateClass' | 'domains'> & { readonly campaign: CampaignParent };

const verdictsMax = 50;
const underWayStates = ['RUNNING', 'HALTING', 'CANCELLING', 'PAUSED', 'HALTED', 'AWAITING_APPROVAL', 'SCHEDULED'] as const;

@Injectable()
export class CampaignViews {
  constructor(private readonly persistence: Persistence) {}

  private readonly campaignLoader = new BatchLoader(() => this.persistence, async (ids) => new Map((await this.campaignsByIds(ids)).map((campaign) => [campaign.id, campaign])));
  private readonly waveLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignViews.wavesOf(ids));
  private readonly verdictLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignViews.verdictsOf(ids, verdictsMax));
  private readonly holderLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignViews.permitHolders(ids));
  private readonly canLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignViews.canContexts(ids));

  async campaigns(filter: CampaignFilter | null | undefined, orderBy: CampaignOrder | null | undefined, page: PageInput | null | undefined): Promise<{ nodes: CampaignParent[]; pageInfo: PageInfo; totalCount: () => Promise<number> }> {
    const { kind, ...rest } = filter ?? {};
    const wanted: RowFilter = { ...rest, ...(kind === null || kind === undefined ? {} : { kind: kind === 'MIGRATE' ? 'migrate' : 'rollback' }) };
    return connection(await this.persistence.campaignViews.list(wanted, pageRequest(page), toOrder(orderBy)), toCampaign, () => this.persistence.campaignViews.count(wanted));
  }

  async campaign(id: string): Promise<CampaignParent | null> {
    const row = await this.persistence.campaignViews.get(id);
    return row === null ? null : toCampaign(row);
  }

  /** Those that are neither drafts nor over, what runs or waits first. */
  async underWay(count: number): Promise<CampaignParent[]> {
    return (await this.persistence.campaignViews.list({ states: underWayStates }, { first: count }, { by: 'state', direction: 'asc' })).rows.map(toCampaign);
  }

  /** One of many that are asked for at the same time. */
  async campaignOfList(id: string): Promise<CampaignParent | null> {
    return await this.campaignLoader.load(id) ?? null;
  }

  async campaignsByIds(ids: readonly string[]): Promise<CampaignParent[]> {
    return (await this.persistence.campaignViews.getAll(ids)).map(toCampaign);
  }

  async waves(campaign: CampaignParent): Promise<WaveParent[]> {
    return (await this.waveLoader.load(campaign.id) ?? []).map((row) => toWave(campaign, row));
  }

  async verdicts(campaignId: string, wave: number): Promise<Verdict[]> {
    return ((await this.verdictLoader.load(campaignId))?.get(wave) ?? []).map(toVerdict);
  }

  async holdingPermit(campaignId: string): Promise<PermitHolder[]> {
    return [...await this.holderLoader.load(campaignId) ?? []];
  }

  async can(principal: Principal, row: CampaignView): Promise<CampaignCan> {
    const context = await this.canLoader.load(row.campaignId);
    if (context === undefined) throw new Error(`what campaign ${row.campaignId} depends on was not read`);
    const can = campaignCan(principal, row, context);
    const permitted = (verb: keyof typeof can): Permitted => toPermitted(can[verb], principal.name);
    return {
      revise: permitted('revise'), submit: permitted('submit'), approve: permitted('approve'), deny: permitted('deny'), start: permitted('start'), pause: permitted('pause'),
      hold: permitted('hold'), halt: permitted('halt'), resume: permitted('resume'), cancel: permitted('cancel'), retry: permitted('retry'), rollback: permitted('rollback'),
    };
  }
}

const orderFields = { CREATED: 'created', NAME: 'name', STATE: 'state' } as const satisfies Record<CampaignOrder['field'], RowOrder['by']>;
const toOrder = (order: CampaignOrder | null | undefined): RowOrder | undefined => (order === null || order === undefined ? undefined : { by: orderFields[order.field], direction: order.direction === 'ASC' ? 'asc' : 'desc' });

const toCounts = (counts: Readonly<Partial<Record<RunStateKind, number>>>): RunStateCount[] => (Object.entries(counts) as [RunStateKind, number][]).map(([state, count]) => ({ state, count }));

const sources = { operator: 'OPERATOR', demo: 'DEMO', api: 'API' } as const satisfies Record<CampaignView['source'], CampaignSource>;

function toCampaign(row: CampaignView): CampaignParent {
  const { approval, revision } = row;
  return {
    row, id: row.campaignId, name: row.name, kind: row.kind === 'migrate' ? 'MIGRATE' : 'ROLLBACK', source: sources[row.source], state: row.state.kind, ...describeCampaignState(row.state),
    version: row.version, epoch: row.epoch, spec: toSpec(row.spec), author: toPerson(row.author), lastEditor: toPerson(row.lastEditor), parentId: row.parentId,
    revision: revision === null ? null : { ...revision, createdAt: revision.createdAt.toISOString() },
    approval: approval === null ? null : { ...approval, person: toPerson(approval.person), at: approval.at.toISOString() },
    createdAt: row.createdAt.toISOString(), startedAt: row.startedAt?.toISOString() ?? null, endedAt: row.finishedAt?.toISOString() ?? null,
    counts: toCounts(row.counts), overdue: row.overdue,
  };
}

const missingOf = (state: WaveView['state']): Pick<WaveParent, 'missing' | 'missingSentences'> =>
  (state.kind === 'INCONCLUSIVE' ? { missing: state.missing, missingSentences: readSentences(state.missing, state.sentences) } : { missing: [], missingSentences: [] });

const toWave = (campaign: CampaignParent, row: WaveView): WaveParent => ({
  campaign, number: row.number, state: row.state.kind, ...missingOf(row.state), members: row.members,
  counts: toCounts(row.counts), overdue: row.overdue, soakedSeconds: row.soakedSeconds, startedAt: row.openedAt?.toISOString() ?? null, endedAt: row.closedAt?.toISOString() ?? null,
});
