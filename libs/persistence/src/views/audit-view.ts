import { type Page, type PageRequest } from '../database/page.ts';

export interface AuditView {
  readonly seq: number;
  readonly at: Date;
  readonly actorId: string;
  readonly actorName: string;
  /** `session`, `token` or `system`. */
  readonly via: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  /** Hex. */
  readonly hash: string;
}

export interface AuditFilter {
  readonly objectKind?: string | null | undefined;
  /** Any of these. */
  readonly objectKinds?: readonly string[] | null | undefined;
  readonly objectId?: string | null | undefined;
  readonly actorName?: string | null | undefined;
  readonly action?: string | null | undefined;
  /** At or after this moment. */
  readonly from?: Date | null | undefined;
  /** Before this moment. */
  readonly until?: Date | null | undefined;
}

export interface AuditViews {
  /** Newest first. */
  page(filter: AuditFilter, page: PageRequest): Promise<Page<AuditView>>;
  /** Recomputes the whole chain. */
  verify(): Promise<AuditVerification>;
}

export interface AuditVerification {
  readonly ok: boolean;
  readonly checked: number;
  /** The first that is missing or does not say what it said; null: none. */
  readonly firstBadSeq: number | null;
  readonly fault: 'missing' | 'changed' | null;
}
