import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, refuse } from '@skein/core';
import { type CommandContext } from '@skein/persistence';
import { type Logger } from 'pino';
import { type SignedInScope } from './caller.ts';
import { type Metrics } from './metrics.ts';
import { LOG, METRICS } from './injection-tokens.ts';

/** Where every mutation passes: it makes the context of a command, and writes one log line and one count for its outcome. */
@Injectable()
export class CommandDesk {
  constructor(@Inject(LOG) private readonly log: Logger, @Inject(METRICS) private readonly metrics: Metrics) {}

  /** Refuses idempotency keys that are empty or longer than 200 characters. */
  async run<Answer extends object>(
    command: string, caller: SignedInScope, input: { readonly idempotencyKey: string; readonly reason?: string | null | undefined }, act: (context: CommandContext) => Promise<Answer | Refusal>,
  ): Promise<Answer | Refusal> {
    const answer = /^[\x21-\x7e]{1,200}$/.test(input.idempotencyKey)
      ? await act({ principal: caller.principal, idempotencyKey: input.idempotencyKey, reason: input.reason ?? undefined })
      : refuse('invalidInput', 'an idempotency key has 1 to 200 visible ASCII characters', { field: ['idempotencyKey'], hint: 'Use a random UUID per intended change, and the same one when you repeat it.' });
    const outcome = isRefusal(answer) ? 'refused' : 'accepted';
    this.metrics.commands.inc({ command, outcome });
    this.log.info({ command, outcome, code: isRefusal(answer) ? answer.code : undefined, actor: caller.principal.name, via: caller.principal.via, correlationId: caller.correlationId }, 'command');
    return answer;
  }
}
