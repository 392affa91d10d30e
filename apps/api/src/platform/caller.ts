import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Principal } from '@skein/core';
import { requestOf } from './access.guard.ts';
import { unauthenticated } from './graphql-failure.ts';
import { type RequestScope, requestScope } from './request-scope.ts';

/** Who asks. Only on methods that need a sign-in. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = requestScope(requestOf(context));
  if (principal === null) throw unauthenticated();
  return principal;
});

/** The whole scope of the request: its batches, its address, its token. */
export const Scope = createParamDecorator((_: unknown, context: ExecutionContext): RequestScope => requestScope(requestOf(context)));
