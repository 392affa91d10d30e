import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import { can } from '@skein/core';
import { type Request } from 'express';
import { type Access, accessKey } from './allow.ts';
import { forbidden, unauthenticated } from './graphql-failure.ts';
import { requestScope } from './request-scope.ts';

/** The one place where a permission is enforced, for GraphQL and for plain routes alike. What declares nothing is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler());
    if (access === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no permission`);
    if (access.kind === 'public') return true;
    const { principal } = requestScope(requestOf(context));
    if (principal === null) throw unauthenticated();
    if (access.kind === 'signedIn') return true;
    const refusal = can(principal, access.permission);
    if (refusal !== null) throw forbidden(refusal);
    return true;
  }
}

export function requestOf(context: ExecutionContext): Request {
  return context.getType<GqlContextType>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<{ readonly req: Request }>().req
    : context.switchToHttp().getRequest<Request>();
}
