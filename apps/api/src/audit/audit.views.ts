import { Injectable } from '@nestjs/common';
import { type Sentence } from '@skein/core';
import { type AuditView } from '@skein/persistence';
import { type AuditConnection, type AuditEvent, type AuditFilter, type AuditVerification, type PageInput } from '../generated/schema-types.ts';
import { pageRequest, uncountedConnection } from '../platform/connection.ts';
import { badRequest } from '../platform/graphql-failure.ts';
import { Persistence } from '../platform/persistence.ts';
import { readSentence } from '../platform/read-sentence.ts';

@Injectable()
export class AuditViews {
  constructor(private readonly persistence: Persistence) {}

  async page(filter: AuditFilter | null | undefined, page: PageInput | null | undefined): Promise<AuditConnection> {
    const { actor, from, until, ...rest } = filter ?? {};
    const wanted = { ...rest, actorName: actor, from: moment('from', from), until: moment('until', until) };
    return uncountedConnection(await this.persistence.auditViews.page(wanted, pageRequest(page)), toEvent);
  }

  /** The newest events about objects of these kinds. */
  async newest(objectKinds: readonly string[], count: number): Promise<AuditEvent[]> {
    return (await this.persistence.auditViews.page({ objectKinds }, { first: count })).rows.map(toEvent);
  }

  async verify(): Promise<AuditVerification> {
    const { ok, checked, firstBadSeq, fault } = await this.persistence.auditViews.verify();
    return { intact: ok, checked, brokenAt: firstBadSeq, fault };
  }
}

function moment(name: string, text: string | null | undefined): Date | null {
  if (text === null || text === undefined) return null;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw badRequest(`filter.${name} is not a moment such as 2026-01-31T08:00:00Z`);
  return at;
}

const becauseOf = (after: unknown): Sentence | null => (typeof after === 'object' && after !== null && 'because' in after ? readSentence(after.because) : null);

const toEvent = (row: AuditView): AuditEvent => ({
  seq: row.seq, at: row.at.toISOString(), actor: row.actorName, via: row.via, action: row.action, objectKind: row.objectKind, objectId: row.objectId, reason: row.reason, sentence: becauseOf(row.after),
  before: asObject(row.before), after: asObject(row.after), hash: row.hash,
});

/** What is not an object (a number, a list) is shown inside of one. */
function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : { value };
}
