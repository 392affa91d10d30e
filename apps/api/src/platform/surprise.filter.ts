import { type ArgumentsHost, Catch } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { type GqlContextType } from '@nestjs/graphql';

/**
 * Hands what a resolver throws on to the operation plugin, which logs surprises with their correlation id and nothing else.
 * Nest's own filter writes a stack trace for every refused call, so that a stranger could fill the log.
 */
@Catch()
export class SurpriseFilter extends BaseExceptionFilter {
  override catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') return exception;
    super.catch(exception, host);
    return undefined;
  }
}
