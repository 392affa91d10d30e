import { type LoggerService } from '@nestjs/common';
import { type Logger } from 'pino';

/** Nest's own messages in the same JSON lines as ours. */
export const pinoNestLogger = (log: Logger): LoggerService => ({
  log: (message: unknown, ...context: unknown[]) => { log.debug({ context: context.at(-1) }, String(message)); },
  warn: (message: unknown, ...context: unknown[]) => { log.warn({ context: context.at(-1) }, String(message)); },
  error: (message: unknown, ...context: unknown[]) => { log.error({ err: message instanceof Error ? message : undefined, context: context.at(-1) }, String(message)); },
});
