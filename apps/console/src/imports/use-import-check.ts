import { type ApiError } from '@skein/client';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../data/api-context.tsx';
import { type VerbOutcome } from '../data/use-verb.ts';
import { NodesImportDocument, type NodesImportMutation } from '../generated/documents.ts';
import { type ImportDraft, inputOf } from './import-draft.ts';

export type ImportReport = NodesImportMutation['nodesImport'];

export interface ImportCheck {
  readonly run: (draft: ImportDraft) => void;
  readonly pending: boolean;
  /** The draft that was checked last, and what the api found; no report: the check itself failed. */
  readonly checked: { readonly draft: ImportDraft; readonly report: ImportReport | null } | null;
  /** What is in the way besides single rows. */
  readonly outcome: VerbOutcome<unknown> | null;
}

/**
 * A dry run. It is no verb: nothing is changed by it, and its refusal carries what somebody wants to read, the rows that are wrong.
 */
export function useImportCheck(): ImportCheck {
  const api = useApi();
  const { mutate, isPending, data, variables, error } = useMutation<ImportReport, ApiError, ImportDraft>({
    mutationFn: async (draft) => (await api.request(NodesImportDocument, { input: { ...inputOf(draft, true), idempotencyKey: crypto.randomUUID() } })).nodesImport,
  });
  const others = data?.userErrors.filter(({ code }) => code !== 'importHasErrors') ?? [];
  return {
    run: mutate, pending: isPending,
    checked: variables === undefined || isPending ? null : { draft: variables, report: data === undefined || others.length > 0 ? null : data },
    outcome: error !== null ? { kind: 'failed', error } : others.length > 0 ? { kind: 'refused', refusals: others } : null,
  };
}
