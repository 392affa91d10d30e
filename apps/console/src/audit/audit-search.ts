import { type AuditFilter } from '../generated/documents.ts';

/** Filter of the audit as it stands in the address, so that a link shows the same events. */
export interface AuditSearch {
  readonly actor: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  /** Local time as the input field writes it, `2026-11-21T18:05`. */
  readonly from: string;
  readonly until: string;
}

export const auditFields = ['actor', 'action', 'objectKind', 'objectId', 'from', 'until'] as const satisfies readonly (keyof AuditSearch)[];

export const readAuditSearch = (search: URLSearchParams): AuditSearch => {
  const value = (name: keyof AuditSearch): string => search.get(name) ?? '';
  return { actor: value('actor'), action: value('action'), objectKind: value('objectKind'), objectId: value('objectId'), from: value('from'), until: value('until') };
};

/** Leaves out what is empty, and where the reader was in the list: another filter begins at the newest event. */
export const writeAuditSearch = (search: AuditSearch): URLSearchParams => new URLSearchParams(auditFields.filter((name) => search[name] !== '').map((name) => [name, search[name]]));

const moment = (local: string): string | undefined => {
  const at = local === '' ? Number.NaN : new Date(local).getTime();
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

export const filterOf = (search: AuditSearch): AuditFilter => {
  const [from, until] = [moment(search.from), moment(search.until)];
  return {
    ...(search.actor.trim() === '' ? {} : { actor: search.actor.trim() }),
    ...(search.action === '' ? {} : { action: search.action }),
    ...(search.objectKind === '' ? {} : { objectKind: search.objectKind }),
    ...(search.objectId.trim() === '' ? {} : { objectId: search.objectId.trim() }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
};
