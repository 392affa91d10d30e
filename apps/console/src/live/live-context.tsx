import { type LiveState } from '@skein/client';
import { createContext, useContext, useEffect } from 'react';
import { type LiveSubscription, type LiveTopicInput } from '../generated/documents.ts';

export type LiveEvent = LiveSubscription['live'];
/** `refused`: the api said no to what is watched, for good; nothing is heard since. */
export type LiveStatus = LiveState | { readonly kind: 'refused'; readonly message: string; readonly code: string | null; readonly since: number };

export interface LiveHub {
  readonly status: LiveStatus;
  /** Watches a topic until the returned function is called; many may watch the same one. */
  readonly watch: (topic: LiveTopicInput, listen: ((event: LiveEvent) => void) | null) => () => void;
  /** Connects again now. */
  readonly retry: () => void;
}

export const LiveContext = createContext<LiveHub | null>(null);

export function useLiveHub(): LiveHub {
  const hub = useContext(LiveContext);
  if (hub === null) throw new Error('there is no live hub above this component: wrap it in LiveProvider');
  return hub;
}

export const useLiveStatus = (): LiveStatus => useLiveHub().status;

/** What is shown may be wrong, since when; null: it is as fresh as it gets. */
export function useStaleSince(): number | null {
  const status = useLiveStatus();
  return status.kind === 'stale' || status.kind === 'refused' ? status.since : null;
}

/** As the topic is named in messages. */
export const topicName = (topic: LiveTopicInput): string => {
  if (topic.campaign !== undefined) return `campaign:${topic.campaign}`;
  if (topic.node !== undefined) return `node:${topic.node}`;
  return topic.fleet === undefined ? 'now' : 'fleet';
};

const topicOf = (name: string): LiveTopicInput => {
  if (name === 'now') return { now: true };
  if (name === 'fleet') return { fleet: true };
  const id = name.slice(name.indexOf(':') + 1);
  return name.startsWith('node:') ? { node: id } : { campaign: id };
};

/** Keeps a topic watched while the component is shown; the cache is written by the hub, so most components only name the topic. */
export function useLive(topic: LiveTopicInput | null, listen: ((event: LiveEvent) => void) | null = null): void {
  const { watch } = useLiveHub();
  const name = topic === null ? null : topicName(topic);
  useEffect(() => {
    // The name says all there is in a topic, and an object made anew by every render does not mean another topic.
    return name === null ? undefined : watch(topicOf(name), listen);
  }, [name, watch, listen]);
}
