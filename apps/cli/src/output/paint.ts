/** What a text means; never the only carrier of it. */
export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'quiet' | 'strong';

export type Paint = (text: string, tone: Tone) => string;

const codes: Readonly<Record<Tone, string>> = { good: '34;1', busy: '36', warn: '33', bad: '31;1', quiet: '2', strong: '1' };

export const paintWith = (colour: boolean): Paint => (colour ? (text, tone) => `\u001b[${codes[tone]}m${text}\u001b[0m` : (text) => text);

/** Glyph and tone of each class of states: no meaning is carried by colour alone. */
export const stateClassMarks = {
  NOT_STARTED: { glyph: '○', tone: 'quiet', label: 'not started' },
  IN_FLIGHT: { glyph: '➤', tone: 'busy', label: 'in flight' },
  MIGRATED: { glyph: '✔', tone: 'good', label: 'migrated' },
  ATTENTION: { glyph: '▲', tone: 'warn', label: 'needs attention' },
  FAILED: { glyph: '✖', tone: 'bad', label: 'failed' },
  ROLLED_BACK: { glyph: '↩', tone: 'warn', label: 'rolled back' },
  UNREACHABLE: { glyph: '?', tone: 'bad', label: 'unreachable' },
} as const satisfies Readonly<Record<string, { readonly glyph: string; readonly tone: Tone; readonly label: string }>>;

export type StateClassName = keyof typeof stateClassMarks;
