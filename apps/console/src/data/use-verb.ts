import { ApiError, type TypedDocument } from '@skein/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { type UserErrorPartsFragment } from '../generated/documents.ts';
import { useApi } from './api-context.tsx';

interface Payload { readonly userErrors: readonly UserErrorPartsFragment[] }
type WithoutKey<Input> = Input extends { readonly idempotencyKey: string } ? Omit<Input, 'idempotencyKey'> : never;

export type VerbOutcome<Answer> =
  | { readonly kind: 'done'; readonly payload: Answer }
  /** The api said no; nothing was changed. */
  | { readonly kind: 'refused'; readonly refusals: readonly UserErrorPartsFragment[] }
  /** No answer, or a failure: what became of it is not known unless the error says so. */
  | { readonly kind: 'failed'; readonly error: ApiError };

export interface Verb<Input, Answer> {
  readonly run: (input: Input) => Promise<VerbOutcome<Answer>>;
  readonly pending: boolean;
  readonly outcome: VerbOutcome<Answer> | null;
  readonly reset: () => void;
}

/**
 * One mutation. It is never shown as done before the api has said so. Where an answer was lost, asking the same again carries the same
 * idempotency key, so it is done at most once. Afterwards everything on screen is asked for anew.
 */
export function useVerb<Field extends string, Answer extends Payload, Input extends { readonly idempotencyKey: string }>(
  document: TypedDocument<{ readonly [Name in Field]: Answer }, { readonly input: Input }>,
): Verb<WithoutKey<Input>, Answer> {
  const api = useApi();
  const queries = useQueryClient();
  const lost = useRef<{ readonly input: string; readonly key: string } | null>(null);
  const { mutateAsync, isPending, data, reset } = useMutation({
    mutationFn: async (input: WithoutKey<Input>): Promise<VerbOutcome<Answer>> => {
      const said = JSON.stringify(input);
      const key = lost.current?.input === said ? lost.current.key : crypto.randomUUID();
      try {
        const answer = await api.request(document, { input: { ...input, idempotencyKey: key } as unknown as Input });
        lost.current = null;
        const payload = Object.values<Answer>(answer)[0];
        if (payload === undefined) throw new Error(`${document.name} selects no payload`);
        // After a refusal too: it often says that the screen is behind.
        void queries.invalidateQueries();
        if (payload.userErrors.length > 0) return { kind: 'refused', refusals: payload.userErrors };
        return { kind: 'done', payload };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        lost.current = { input: said, key };
        return { kind: 'failed', error };
      }
    },
  });
  const run = useCallback((input: WithoutKey<Input>) => mutateAsync(input), [mutateAsync]);
  return { run, pending: isPending, outcome: data ?? null, reset };
}
