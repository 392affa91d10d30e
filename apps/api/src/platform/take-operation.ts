import { apiLimits } from '@skein/core';
import { Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { type RequestHandler } from 'express';
import { type Admit } from './admit-operation.ts';
import { csrfHeader } from './credentials.ts';
import { answerWithFailures } from './failure-answer.ts';
import { type FairShare } from './fair-share.ts';
import { csrfRefused, GraphqlFailure } from './graphql-failure.ts';
import { type Persistence } from './persistence.ts';
import { type ReadBody } from './read-body.ts';
import { beginReading, type RequestScope, requestScope } from './request-scope.ts';

/** Whose share an operation is counted to. */
export const senderOf = ({ principal, remoteAddress }: RequestScope): string => (principal === null ? `address ${remoteAddress}` : `person ${principal.personId}`);

/** Decides from the request alone whether its operation may run, waits for the sender's turn, and hands it to GraphQL as a text. */
export function takeOperation(admit: Admit, shares: FairShare, persistence: Pick<Persistence, 'readFor'>): RequestHandler {
  return (request, response, next) => {
    const scope = requestScope(request);
    const body = request.body as ReadBody;
    const admitted = admit(body.json);
    if (!('operation' in admitted)) {
      answerWithFailures(response, admitted, scope.correlationId);
      return;
    }
    const { operation } = admitted;
    const refusal = formRefusal(operation, body, scope, request.headers[csrfHeader] === '1');
    if (refusal !== null) {
      answerWithFailures(response, [refusal], scope.correlationId);
      return;
    }
    request.body = { query: admitted.text, variables: admitted.variables, ...(admitted.operationName === undefined ? {} : { operationName: admitted.operationName }) };
    const sender = senderOf(scope);
    shares.enter(sender).then((leave) => {
      if (leave instanceof GraphqlFailure) {
        answerWithFailures(response, [leave], scope.correlationId);
        return;
      }
      response.once('close', leave);
      if (operation.operation === OperationTypeNode.QUERY) beginReading(request);
      persistence.readFor(sender, next);
    }, next);
  };
}

function formRefusal(operation: OperationDefinitionNode, body: ReadBody, scope: RequestScope, hasCsrfHeader: boolean): GraphqlFailure | null {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) return new GraphqlFailure('BAD_REQUEST', 'subscriptions are asked over graphql-ws at /graphql');
  if (operation.operation === OperationTypeNode.MUTATION && scope.carrier === 'cookie' && !hasCsrfHeader) return csrfRefused(`a change that is signed in by a cookie needs the header ${csrfHeader}: 1`);
  const isImport = operation.selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value === 'nodesImport');
  if (body.isLarge && !isImport) return new GraphqlFailure('BODY_TOO_LARGE', `the body is larger than ${String(apiLimits.BODY_TOO_LARGE.max)} bytes`);
  return null;
}
