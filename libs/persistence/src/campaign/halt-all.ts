import { can, type CampaignId, isRefusal, type Refusal, refuse } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { type CommandContext } from '../database/idempotent.ts';
import { type CampaignRequest, type HaltAllAnswer, type HaltAnswer } from './campaign-command.ts';

/** One connection of the urgent ones stays free for whoever halts a single campaign meanwhile. */
const haltsAtOnce = 2;

type Halted = Exclude<HaltAnswer, Refusal>;

/**
 * Halts one campaign after the other, each in a transaction of its own, so that one that cannot be halted holds up none. The same key
 * again repeats the answers of those that it halted, and tries the others: each campaign's key is made of the request's and its id.
 */
export async function haltAll(database: Database, halt: (request: CampaignRequest) => Promise<HaltAnswer>, request: CommandContext, onFailure: (campaignId: CampaignId, failure: unknown) => void): Promise<HaltAllAnswer> {
  const forbidden = can(request.principal, 'campaign:stop');
  if (forbidden !== null) return forbidden;
  const waiting = [...(await readHaltable(database, request))];
  const halted: Halted[] = [];
  const refusals: Refusal[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { campaignId, name } = next;
      try {
        const answer = await halt({ ...request, campaignId, idempotencyKey: keyFor(request, campaignId) });
        if (isRefusal(answer)) refusals.push({ ...answer, message: `${name}: ${answer.message}` });
        else halted.push(answer);
      } catch (failure) {
        onFailure(campaignId, failure);
        refusals.push(refuse('campaignNotHalted', `${name} (${campaignId}) could not be halted, and may still start something`, { hint: 'Halt it again at once; the log has the details.' }));
      }
    }
  };
  await Promise.all(Array.from({ length: haltsAtOnce }, work));
  const byId = (left: Halted, right: Halted): number => (left.campaign.campaignId < right.campaign.campaignId ? -1 : 1);
  return { halted: halted.sort(byId), refusals };
}

const keyFor = ({ idempotencyKey }: CommandContext, campaignId: string): string => `${idempotencyKey}/${campaignId}`;

/** What runs, what may go on by itself or by one click, and what this key has halted before. */
async function readHaltable({ urgent }: Database, { principal, idempotencyKey }: CommandContext): Promise<readonly { readonly campaignId: CampaignId; readonly name: string }[]> {
  const { rows } = await sql<{ campaignId: CampaignId; name: string }>`/* haltAll campaigns */ SELECT campaign_id AS "campaignId", name FROM campaign c
    WHERE state_kind IN ('RUNNING', 'PAUSED') OR EXISTS (SELECT FROM idempotency_key k WHERE k.principal = ${principal.personId} AND k.key = ${idempotencyKey} || '/' || c.campaign_id)
    ORDER BY state_kind = 'RUNNING' DESC, started_at DESC, campaign_id`.execute(urgent);
  return rows;
}
