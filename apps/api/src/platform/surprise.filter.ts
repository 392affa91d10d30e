import { type ArgumentsHost, Catch, HttpException, Inject } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { type GqlContextType } from '@nestjs/graphql';
import { type Request, type Response } from 'express';
import { type Logger } from 'pino';
import { databaseIsAway } from './database-is-away.ts';
import { answerWithFailures } from './failure-answer.ts';
import { GraphqlFailure, unavailable } from './graphql-failure.ts';
import { LOG } from './injection-tokens.ts';
import { requestScope } from './request-scope.ts';
import { cannotBeStored, unstorable } from './said-by-postgresql.ts';

/**
 * Hands what a resolver throws on to the operation plugin, which logs surprises with their correlation id and nothing else.
 * Nest's own filter writes a stack trace for every refused call, so that a stranger could fill the log. Plain routes answer in the same shape.
 */
@Catch()
export class SurpriseFilter extends BaseExceptionFilter {
  @Inject(LOG) private readonly log!: Logger;

  override catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') return exception;
    const response = host.switchToHttp().getResponse<Response>();
    const { correlationId } = requestScope(host.switchToHttp().getRequest<Request>());
    if (response.headersSent) response.destroy();
    else answerWithFailures(response, [this.#failureOf(exception, correlationId)], correlationId);
    return undefined;
  }

  #failureOf(exception: unknown, correlationId: string): GraphqlFailure {
    if (exception instanceof GraphqlFailure) return exception;
    if (exception instanceof HttpException && exception.getStatus() === 404) return new GraphqlFailure('NOT_FOUND', 'there is nothing here');
    if (exception instanceof HttpException && exception.getStatus() < 500) return new GraphqlFailure('BAD_REQUEST', exception.message);
    if (cannotBeStored(exception)) return unstorable();
    this.log.error({ err: exception, correlationId }, 'a request failed');
    if (databaseIsAway(exception)) return unavailable();
    return new GraphqlFailure('INTERNAL', 'Something went wrong inside Skein; the log has the details under the correlation id.');
  }
}
