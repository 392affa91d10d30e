import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Principal } from '@skein/core';
import { requestOf } from './access.guard.ts';
import { unauthenticated } from './graphql-failure.ts';
import { type RequestScope, requestScope } from './request-scope.ts';

/** A request whose sender is known. */
export interface SignedInScope extends RequestScope {
  readonly principal: Principal;
}

/** Who asks. Only on methods that need a sign-in. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): SignedInScope => {
  const scope = requestScope(requestOf(context));
  if (scope.principal === null) throw unauthenticated();
  return { ...scope, principal: scope.principal };
});

/** The request, whoever sent it. */
export const Scope = createParamDecorator((_: unknown, context: ExecutionContext): RequestScope => requestScope(requestOf(context)));
