import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import { apiLimits, can } from '@skein/core';
import { type Request } from 'express';
import { type Access, accessKey } from './allow.ts';
import { forbidden, GraphqlFailure, unauthenticated } from './graphql-failure.ts';
import { requestScope, type ScopeKey } from './request-scope.ts';

/** The one place where a permission is enforced, for GraphQL over HTTP and sockets and for plain routes alike. What declares nothing is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler());
    if (access === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no permission`);
    const { principal, signInFailure, readUntil } = requestScope(requestOf(context));
    // Each field with a statement of its own passes here, so nothing new begins after the end.
    if (readUntil !== null && performance.now() > readUntil) throw timedOut();
    if (access.kind === 'public') return true;
    if (principal === null) throw signInFailure ?? unauthenticated();
    if (access.kind === 'signedIn') return true;
    const refusal = can(principal, access.permission);
    if (refusal !== null) throw forbidden(refusal);
    return true;
  }
}

export const timedOut = (): GraphqlFailure =>
  new GraphqlFailure('OPERATION_TIMEOUT', `the query took longer than ${String(apiLimits.OPERATION_TIMEOUT.max)} seconds; ask for less at a time`, { retryable: true, retryAfterSeconds: 5 });

export function requestOf(context: ExecutionContext): ScopeKey {
  return context.getType<GqlContextType>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<{ readonly req: ScopeKey }>().req
    : context.switchToHttp().getRequest<Request>();
}
