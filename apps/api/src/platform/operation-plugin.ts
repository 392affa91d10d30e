import { type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { type DocumentNode, Kind } from 'graphql';
import { type Request } from 'express';
import { type Logger } from 'pino';
import { isSurprise } from './describe-failure.ts';
import { unauthenticated } from './graphql-failure.ts';
import { type Metrics } from './metrics.ts';
import { requestScope } from './request-scope.ts';

interface Context {
  readonly req: Request;
}

/** Introspection only for who signed in, one correlation id on every error, one log line per surprise, one measure per operation. */
export const operationPlugin = (log: Logger, metrics: Metrics): ApolloServerPlugin<Context> => ({
  async requestDidStart({ contextValue }) {
    const { correlationId } = requestScope(contextValue.req);
    const stop = metrics.operationSeconds.startTimer();
    return {
      async didResolveOperation({ document }) {
        if (asksForTheSchema(document) && requestScope(contextValue.req).principal === null) throw unauthenticated();
      },
      async didEncounterErrors({ errors }) {
        for (const error of errors) {
          if (isSurprise(error)) log.error({ err: unwrapResolverError(error), path: error.path?.join('.'), correlationId }, 'an operation failed');
        }
      },
      async willSendResponse(context) {
        // The outcome alone: operation names are the client's to choose, and a label must not grow without bound.
        stop({ kind: context.operation?.operation ?? 'none', outcome: context.errors === undefined ? 'ok' : 'error' });
        const { body } = context.response;
        if (body?.kind !== 'single') return;
        for (const error of body.singleResult.errors ?? []) {
          Object.assign(error, { extensions: { ...error.extensions, correlationId } });
        }
      },
    };
  },
});

const asksForTheSchema = (document: DocumentNode): boolean => document.definitions.some((definition) =>
  (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION)
  && definition.selectionSet.selections.some((selection) => selection.kind === Kind.FIELD && /^__(schema|type)$/.test(selection.name.value)));
