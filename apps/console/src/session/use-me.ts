import { useAsk } from '../data/use-ask.ts';
import { MeDocument, type MeQuery } from '../generated/documents.ts';

export interface Viewer {
  /** null while it is not known. */
  readonly me: MeQuery['me'] | null;
  /** The api stays the judge; this only spares people a refusal. */
  readonly may: (permission: string) => boolean;
}

export function useMe(): Viewer {
  const { data } = useAsk(MeDocument, {}, { freshSeconds: 60 });
  const me = data?.me ?? null;
  return { me, may: (permission) => me?.permissions.includes(permission) === true };
}
