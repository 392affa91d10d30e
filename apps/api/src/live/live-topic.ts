import { apiLimits, type Permission } from '@skein/core';
import { type LiveTopicInput } from '../generated/schema-types.ts';
import { badRequest, GraphqlFailure } from '../platform/graphql-failure.ts';
import { type LiveChange } from './live-feed.ts';

/** Something that is watched. */
export type LiveTopic =
  | { readonly kind: 'fleet' | 'now' }
  | { readonly kind: 'campaign' | 'node'; readonly id: string };

export const topicName = (topic: LiveTopic): string => ('id' in topic ? `${topic.kind}:${topic.id}` : topic.kind);

export const topicPermission = { fleet: 'fleet:read', now: 'campaign:read', campaign: 'campaign:read', node: 'fleet:read' } as const satisfies Record<LiveTopic['kind'], Permission>;

/** Each topic once. Throws TOO_MANY_TOPICS and BAD_REQUEST. */
export function readTopics(inputs: readonly LiveTopicInput[]): LiveTopic[] {
  if (inputs.length > apiLimits.TOO_MANY_TOPICS.max) throw new GraphqlFailure('TOO_MANY_TOPICS', `a subscription has at most ${String(apiLimits.TOO_MANY_TOPICS.max)} topics, and not ${String(inputs.length)}`);
  if (inputs.length === 0) throw badRequest('a subscription without topics would say nothing; name at least one');
  const topics = new Map(inputs.map(readTopic).map((topic) => [topicName(topic), topic]));
  return [...topics.values()];
}

function readTopic({ fleet, now, campaign, node }: LiveTopicInput): LiveTopic {
  if (fleet === true) return { kind: 'fleet' };
  if (now === true) return { kind: 'now' };
  if (typeof campaign === 'string') return { kind: 'campaign', id: campaign };
  if (typeof node === 'string') return { kind: 'node', id: node };
  throw badRequest('fleet and now are watched with true, or left out');
}

export function touches(topic: LiveTopic, change: LiveChange): boolean {
  if (change.everything) return true;
  if (topic.kind === 'campaign') return change.campaignIds.has(topic.id);
  if (topic.kind === 'node') return change.nodeIds.has(topic.id);
  if (topic.kind === 'fleet') return change.nodeIds.size > 0;
  return change.nodeIds.size + change.campaignIds.size > 0;
}
