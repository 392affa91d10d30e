import { createLive, type Live } from '@skein/client';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { LiveDocument, type LiveTopicInput } from '../generated/documents.ts';
import { LiveContext, type LiveEvent, type LiveStatus, topicName } from './live-context.tsx';
import { tellCache } from './tell-cache.ts';

export type StartLive = (handlers: Pick<Parameters<typeof createLive<LiveEvent, LiveTopicInput>>[0], 'onMessage' | 'onGap' | 'onState' | 'onRefused'>) => Live<LiveTopicInput>;

/** The browser's socket to the api of this page. */
export const startLiveOfPage: StartLive = (handlers) => createLive<LiveEvent, LiveTopicInput>({
  url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`, token: null, document: LiveDocument, webSocketImpl: WebSocket, ...handlers,
});

interface Watched { readonly topic: LiveTopicInput; readonly listeners: Set<((event: LiveEvent) => void) | symbol> }
const gapJitterMilliseconds = 2000;
const topicsMax = 20;

/** One subscription for the whole page: components say what they look at, and every message goes to the cache that they read. */
export function LiveProvider({ start, children }: { readonly start: StartLive; readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>({ kind: 'connecting' });
  const watched = useRef(new Map<string, Watched>());
  const live = useRef<Live<LiveTopicInput> | null>(null);
  const pending = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const subscribe = useCallback(() => {
    clearTimeout(pending.current);
    // A page that mounts names its topics one after the other; they become one subscription.
    pending.current = setTimeout(() => { live.current?.watch([...watched.current.values()].slice(0, topicsMax).map(({ topic }) => topic)); }, 30);
  }, []);

  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | undefined;
    const started = start({
      onMessage: (event) => {
        tellCache(queries, event);
        for (const listener of watched.current.get(event.topic)?.listeners ?? []) if (typeof listener === 'function') listener(event);
      },
      onGap: () => {
        clearTimeout(later);
        // Everybody lost the connection at the same moment; they need not all ask at the same moment.
        later = setTimeout(() => { refetchShown(queries); }, Math.random() * gapJitterMilliseconds);
      },
      onState: setStatus,
      onRefused: (message, code) => { setStatus({ kind: 'refused', message, code, since: Date.now() }); },
    });
    live.current = started;
    subscribe();
    return () => {
      clearTimeout(later);
      started.close();
      live.current = null;
    };
  }, [start, queries, subscribe]);

  const watch = useCallback((topic: LiveTopicInput, listen: ((event: LiveEvent) => void) | null) => {
    const name = topicName(topic);
    const entry = watched.current.get(name) ?? { topic, listeners: new Set() };
    const listener = listen ?? Symbol(name);
    entry.listeners.add(listener);
    watched.current.set(name, entry);
    subscribe();
    return () => {
      entry.listeners.delete(listener);
      if (entry.listeners.size === 0) watched.current.delete(name);
      subscribe();
    };
  }, [subscribe]);
  const retry = useCallback(() => { live.current?.retry(); }, []);
  const hub = useMemo(() => ({ status, watch, retry }), [status, watch, retry]);
  return <LiveContext.Provider value={hub}>{children}</LiveContext.Provider>;
}

const refetchShown = (queries: QueryClient): void => { void queries.invalidateQueries({ refetchType: 'active' }); };
