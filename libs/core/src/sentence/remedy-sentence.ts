import { type RunState } from '../run/run-state.ts';
import { remedyTexts } from './remedy-texts.ts';
import { sentence, type Sentence } from './sentence.ts';
import { silenceTexts } from './silence-texts.ts';

const byText = (group: string, texts: Readonly<Record<string, string>>): ReadonlyMap<string, Sentence> => new Map(Object.entries(texts).map(([name, text]) => [text, { code: `${group}.${name}`, values: {} }]));
const remedies = byText('remedy', remedyTexts);
const silences = byText('silence', silenceTexts);

/** What a stored remediation says; null when it is no remediation of this version. */
export const remedySentence = (remediation: string): Sentence | null => remedies.get(remediation) ?? null;

/** What the message of an assessment says that could not look; null when it is none of this version. */
export const silenceSentence = (message: string): Sentence | null => silences.get(message) ?? null;

/** What a person does about a run in this state; null when nothing. */
export function runRemedySentence(state: RunState): Sentence | null {
  switch (state.kind) {
    case 'BLOCKED': return sentence('runRemedy.blocked');
    case 'DEFERRED': case 'FAILED_CLEAN': case 'RESTORING': case 'RESTORED': case 'QUARANTINED': case 'UNDOING': return sentence(`runRemedy.${state.reason}`);
    case 'PLANNED': case 'PREFLIGHT': case 'STAGING': case 'STAGED': case 'LEASED': case 'DRAINING': case 'PROTECTING': case 'APPLYING': case 'REBOOTING': case 'VERIFYING':
    case 'SOAKING': case 'SUCCEEDED': case 'CANCELLED': return null;
  }
}
