import { useEffect, useReducer } from 'react';

export interface JobLog {
  readonly text: string;
  /** `broken`: the stream was cut; the browser tries again by itself. */
  readonly state: 'reading' | 'broken' | 'ended';
  /** Bytes that never arrived lie between pieces. */
  readonly holes: number;
}

interface Piece { readonly offset: number; readonly nextOffset: number; readonly text: string }
type Told = { readonly kind: 'piece'; readonly piece: Piece } | { readonly kind: 'state'; readonly state: JobLog['state'] } | { readonly kind: 'reset' };
interface Read extends JobLog { readonly nextOffset: number }

const nothing: Read = { text: '', state: 'reading', holes: 0, nextOffset: 0 };
/** Takes pieces in order, each once: after a break the stream may begin with what was there already. */
export function readPiece(before: Read, told: Told): Read {
  if (told.kind === 'reset') return nothing;
  if (told.kind === 'state') return { ...before, state: told.state };
  const { offset, nextOffset, text } = told.piece;
  if (nextOffset <= before.nextOffset) return before;
  return { state: 'reading', text: before.text + text, holes: before.holes + (offset > before.nextOffset ? 1 : 0), nextOffset };
}

/** Follows a job's log: what is there, and what comes. All of it is kept, since the api takes 10 MiB of a log at most, so what is downloaded is whole. */
export function useJobLog(runId: string | null, jobId: string | null): JobLog {
  const [read, tell] = useReducer(readPiece, nothing);
  useEffect(() => {
    tell({ kind: 'reset' });
    if (runId === null || jobId === null || typeof EventSource === 'undefined') return undefined;
    const source = new EventSource(`/runs/${encodeURIComponent(runId)}/jobs/${encodeURIComponent(jobId)}/log`);
    source.onmessage = (event: MessageEvent<string>) => { tell({ kind: 'piece', piece: JSON.parse(event.data) as Piece }); };
    source.addEventListener('end', () => {
      tell({ kind: 'state', state: 'ended' });
      source.close();
    });
    source.onerror = () => { tell({ kind: 'state', state: 'broken' }); };
    return () => { source.close(); };
  }, [runId, jobId]);
  return read;
}
