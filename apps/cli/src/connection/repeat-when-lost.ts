import { ApiError } from '@skein/client';
import { CommandFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { type World } from '../world.ts';

const repetitionsMax = 3;

/**
 * Asks for one change until it is answered. Every try carries the same idempotency key, so what is done is done once. When every answer is lost
 * it says that nobody knows, and how to ask later.
 */
export async function repeatWhenLost<Result>(world: Pick<World, 'terminal' | 'sleep'>, idempotencyKey: string, attempt: () => Promise<Result>): Promise<Result> {
  for (let repetition = 0; ; repetition += 1) {
    try {
      return await attempt();
    } catch (error) {
      const lost = error instanceof ApiError && (error.kind === 'network' || (error.retryable && error.code !== 'RATE_LIMITED'));
      if (!lost) throw error;
      if (repetition === repetitionsMax) {
        throw new CommandFailure(`${error.message}; asked ${String(repetitionsMax + 1)} times`, {
          exitCode: exitCodes.failed, code: error.code, correlationId: error.correlationId,
          hint: `Whether it was done is not known. Give the same command again with --idempotency-key ${idempotencyKey}: it does nothing twice, within 24 hours.`,
        }, error);
      }
      const pauseSeconds = error.retryAfterSeconds ?? 2 ** repetition;
      world.terminal.say(`The answer was lost (${error.code}); asking again under the same key in ${String(pauseSeconds)} s, so nothing is done twice.`);
      await world.sleep(pauseSeconds * 1000);
    }
  }
}
