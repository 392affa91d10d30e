import { existsSync } from 'node:fs';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { apiLimits } from '@skein/core';
import { type Request } from 'express';
import { type Logger } from 'pino';
import { describeFailure } from './describe-failure.ts';
import { operationPlugin } from './operation-plugin.ts';
import { type Metrics } from './metrics.ts';

/** Folders with SDL; `generated/` holds the merged copy and would load everything twice. */
export const schemaFolders = ['assessment', 'audit', 'availability', 'campaign', 'credential', 'identity', 'live', 'node', 'now', 'platform', 'preference', 'run', 'site', 'target'] as const;

/** SDL lies beside the sources and is not copied by the compiler. */
export function schemaPattern(): string {
  const source = import.meta.dirname.replace(/\/dist\/platform$/, '/src/platform').replace(/\/platform$/, '');
  if (!existsSync(`${source}/platform/platform.graphql`)) throw new Error(`no GraphQL schema under ${source}`);
  return `${source}/{${schemaFolders.join(',')}}/*.graphql`;
}

export const graphqlOptions = (log: Logger, metrics: Metrics): ApolloDriverConfig => ({
  driver: ApolloDriver,
  path: '/graphql',
  typePaths: [schemaPattern()],
  // Fields with queries of their own are guarded like any other resolver.
  fieldResolverEnhancers: ['guards'],
  context: ({ req }: { readonly req: Request }) => ({ req }),
  playground: false,
  csrfPrevention: true,
  allowBatchedHttpRequests: false,
  persistedQueries: false,
  // Anonymous callers are refused by the operation plugin; the schema itself is public with the source.
  introspection: true,
  hideSchemaDetailsFromClientErrors: true,
  includeStacktraceInErrorResponses: false,
  parseOptions: { maxTokens: apiLimits.TOO_MANY_TOKENS.max },
  // Everything that arrives here has passed `admit-operation.ts`, which validates once for HTTP and sockets.
  dangerouslyDisableValidation: true,
  plugins: [operationPlugin(log, metrics)],
  formatError: describeFailure,
});
