// @vitest-environment jsdom
import { type LiveState } from '@skein/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askKey } from '../data/use-ask.ts';
import { type LiveTopicInput, NowPageDocument } from '../generated/documents.ts';
import { type LiveEvent, useLive, useLiveStatus, useStaleSince } from './live-context.tsx';
import { LiveProvider, type StartLive } from './live-provider.tsx';

type Handlers = Parameters<StartLive>[0];

/** A socket that does what the test says. */
function openSocket() {
  const watched: (readonly LiveTopicInput[])[] = [];
  let handlers: Handlers | null = null;
  const start: StartLive = (given) => {
    handlers = given;
    return { watch: (topics) => { watched.push(topics); }, retry: () => undefined, close: () => undefined };
  };
  const told = (): Handlers => {
    if (handlers === null) throw new Error('nothing was started');
    return handlers;
  };
  return { start, watched, told };
}

const Watcher = ({ topic, listen = null }: { readonly topic: LiveTopicInput; readonly listen?: ((event: LiveEvent) => void) | null }) => {
  useLive(topic, listen);
  return null;
};
const Status = () => <output>{useLiveStatus().kind}</output>;
const Fresh = () => <output>{useStaleSince() === null ? 'fresh' : 'old'}</output>;
const event = (parts: Partial<LiveEvent>): LiveEvent => ({ topic: 'HEARTBEAT', seq: 1, at: '2026-11-20T06:31:00Z', now: null, fleet: null, campaign: null, node: null, ...parts });

describe('the live hub of a page', () => {
  const queries = new QueryClient();
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => {
    cleanup();
    queries.clear();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const page = (start: StartLive, parts: React.ReactNode) => <QueryClientProvider client={queries}><LiveProvider start={start}>{parts}</LiveProvider></QueryClientProvider>;

  it('watches what is shown in one subscription, each topic once, until the last that looks is gone', () => {
    const { start, watched } = openSocket();
    const { rerender } = render(page(start, <><Watcher topic={{ now: true }} /><Watcher key="a" topic={{ node: 'n1' }} /><Watcher key="b" topic={{ node: 'n1' }} /></>));
    act(() => { vi.advanceTimersByTime(50); });
    expect(watched).toEqual([[{ now: true }, { node: 'n1' }]]);
    rerender(page(start, <><Watcher topic={{ now: true }} /><Watcher key="a" topic={{ node: 'n1' }} /></>));
    act(() => { vi.advanceTimersByTime(50); });
    expect(watched.at(-1)).toEqual([{ now: true }, { node: 'n1' }]);
    rerender(page(start, <Watcher topic={{ now: true }} />));
    act(() => { vi.advanceTimersByTime(50); });
    expect(watched.at(-1)).toEqual([{ now: true }]);
  });

  it('writes messages where screens read, and tells those who listen to their topic', () => {
    const { start, told } = openSocket();
    const listen = vi.fn();
    render(page(start, <><Watcher topic={{ now: true }} /><Watcher topic={{ fleet: true }} listen={listen} /></>));
    const now = { at: '2026-11-20T06:31:00Z', unattendedSites: ['fr1'] } as unknown as NonNullable<LiveEvent['now']>;
    act(() => { told().onMessage(event({ topic: 'now', now })); });
    expect(queries.getQueryData(askKey(NowPageDocument, {}))).toEqual({ now });
    expect(listen).not.toHaveBeenCalled();
    act(() => { told().onMessage(event({ topic: 'fleet' })); });
    expect(listen).toHaveBeenCalledOnce();
  });

  it('asks anew for what is shown after a gap, within two seconds and not all pages at once', () => {
    const asked = vi.spyOn(queries, 'invalidateQueries');
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { start, told } = openSocket();
    render(page(start, <Watcher topic={{ now: true }} />));
    act(() => { told().onGap(); });
    expect(asked).not.toHaveBeenCalled();
    act(() => { vi.advanceTimersByTime(1000); });
    expect(asked).toHaveBeenCalledExactlyOnceWith({ refetchType: 'active' });
  });

  it.each<[LiveState, string]>([[{ kind: 'live' }, 'live'], [{ kind: 'stale', since: 1 }, 'stale'], [{ kind: 'signedOut' }, 'signedOut']])('says how fresh the page is: %o', (state, text) => {
    const { start, told } = openSocket();
    render(page(start, <Status />));
    expect(screen.getByRole('status').textContent).toBe('connecting');
    act(() => { told().onState(state); });
    expect(screen.getByRole('status').textContent).toBe(text);
  });

  it('calls what is shown old from the moment that the api refused to tell more, until it is told again', () => {
    const { start, told } = openSocket();
    render(page(start, <Fresh />));
    act(() => { told().onState({ kind: 'live' }); });
    expect(screen.getByRole('status').textContent).toBe('fresh');
    act(() => { told().onRefused('the role viewer may not', 'FORBIDDEN'); });
    expect(screen.getByRole('status').textContent).toBe('old');
    act(() => { told().onState({ kind: 'live' }); });
    expect(screen.getByRole('status').textContent).toBe('fresh');
  });
});
