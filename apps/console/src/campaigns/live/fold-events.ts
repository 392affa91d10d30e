import { type ApiSentence } from '../../i18n/use-said.ts';

export interface FeedEvent {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly reason: string | null;
  readonly sentence: ApiSentence | null;
}

export interface FoldedEvent extends FeedEvent {
  /** How many of the same kind came in a row, this one included. */
  readonly times: number;
}

/** Events of one kind by one actor that follow each other, as one line: what a person did must not drown in what the watcher noted. */
export function foldEvents(events: readonly FeedEvent[]): readonly FoldedEvent[] {
  const folded: FoldedEvent[] = [];
  for (const event of events) {
    const last = folded.at(-1);
    if (last !== undefined && last.action === event.action && last.actor === event.actor && last.reason === event.reason) folded[folded.length - 1] = { ...last, times: last.times + 1 };
    else folded.push({ ...event, times: 1 });
  }
  return folded;
}
