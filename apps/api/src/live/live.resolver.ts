import { Args, Context, Info, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { can } from '@skein/core';
import { type GraphQLResolveInfo } from 'graphql';
import { FleetMapService } from '../fleet/fleet-map.service.ts';
import { type FleetDelta, type LiveTopicInput } from '../generated/schema-types.ts';
import { Allow, SignedIn } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { forbidden } from '../platform/graphql-failure.ts';
import { beginReading, type ScopeKey } from '../platform/request-scope.ts';
import { LiveFeed } from './live-feed.ts';
import { type LiveMessage, LiveStream } from './live-stream.ts';
import { type LiveTopic, readTopics, topicPermission } from './live-topic.ts';

/** What a message holds is read by the resolvers of the queries, guard included: a subscription cannot see what a query may not. */
@Resolver('LiveEvent')
export class LiveResolver {
  constructor(private readonly feed: LiveFeed, private readonly fleetMap: FleetMapService) {}

  @Subscription('live')
  @SignedIn()
  async live(@Args('topics') inputs: readonly LiveTopicInput[], @Caller() caller: SignedInScope, @Context() { req }: { readonly req: ScopeKey }): Promise<LiveStream> {
    const topics = readTopics(inputs);
    for (const { kind } of topics) {
      const refusal = can(caller.principal, topicPermission[kind]);
      if (refusal !== null) throw forbidden(refusal);
    }
    const stream = new LiveStream(topics, this.feed, this.fleetMap.watch(), () => { beginReading(req); });
    await stream.begin();
    return stream;
  }

  @ResolveField('fleet')
  @Allow('fleet:read')
  fleet(@Parent() message: LiveMessage): FleetDelta | null {
    return message.fleet;
  }

  @ResolveField('now')
  @SignedIn()
  now(@Parent() { about }: LiveMessage, @Context() context: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return about?.kind === 'now' ? query(info, 'now', {}, context) : null;
  }

  @ResolveField('campaign')
  @SignedIn()
  campaign(@Parent() { about }: LiveMessage, @Context() context: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return about?.kind === 'campaign' ? query(info, 'campaign', { id: about.id }, context) : null;
  }

  @ResolveField('node')
  @SignedIn()
  node(@Parent() { about }: LiveMessage, @Context() context: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return about?.kind === 'node' ? query(info, 'node', { id: about.id }, context) : null;
  }
}

function query(info: GraphQLResolveInfo, name: LiveTopic['kind'], values: object, context: unknown): unknown {
  const resolve = info.schema.getQueryType()?.getFields()[name]?.resolve;
  if (resolve === undefined) throw new Error(`the query ${name} has no resolver`);
  return resolve({}, values, context, info);
}
