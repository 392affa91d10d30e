import { type RunState, runRemedySentence, type Sentence, tell } from '@skein/core';

/** What a person does about a run in this state, in English and in any language; nulls when nothing. */
export function remediationFor(state: RunState): { readonly remediation: string | null; readonly remedy: Sentence | null } {
  const remedy = runRemedySentence(state);
  return { remediation: remedy === null ? null : tell(remedy), remedy };
}
