import { ApiError, createLive, type LiveMessage } from '@skein/client';
import { CommandFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { CliLiveDocument, type CliLiveSubscription, CliWatchedCampaignDocument, type CliWatchedCampaignFragment, type LiveTopicInput } from '../generated/documents.ts';
import { type Invocation } from '../invocation/invocation.ts';

export interface Follower {
  /** The campaign as it is now; also when nothing changed. True: enough was seen. */
  seen(campaign: CliWatchedCampaignFragment): boolean | Promise<boolean>;
  /** What is shown may be wrong, since nothing is heard; false: it is heard again. */
  stale?(is: boolean): void;
  /** Aborted: enough time was spent. */
  readonly until?: AbortSignal;
}

const askAgainMilliseconds = 2000;

/**
 * Looks at a campaign until its follower has seen enough: by the live subscription, and by asking while that says nothing. Lost connections are
 * lived through; refusals end it.
 */
export async function followCampaign(invocation: Invocation, id: string, follower: Follower): Promise<void> {
  const { world } = invocation;
  const connection = await invocation.connection();
  const { endpoint, token } = connection.destination;
  await new Promise<void>((resolve, reject) => {
    let over = false;
    let isLive = false;
    let asking = false;
    let work = Promise.resolve();
    const finish = (settle: () => void): void => {
      if (over) return;
      over = true;
      clearInterval(timer);
      live.close();
      world.signal.removeEventListener('abort', interrupted);
      follower.until?.removeEventListener('abort', enough);
      settle();
    };
    const fail = (error: unknown): void => { finish(() => { reject(error instanceof Error ? error : new Error(String(error))); }); };
    const interrupted = (): void => { fail(new CommandFailure('interrupted; the campaign goes on by itself', { exitCode: exitCodes.interrupted, code: 'ABORTED' })); };
    const enough = (): void => { finish(resolve); };
    // One after the other: a follower may ask for more before it answers.
    const look = (campaign: CliWatchedCampaignFragment): void => {
      work = work.then(async () => {
        if (!over && await follower.seen(campaign)) finish(resolve);
      }).catch(fail);
    };
    const ask = (): void => {
      if (asking || over) return;
      asking = true;
      connection.ask(CliWatchedCampaignDocument, { id }).then(({ campaign }) => {
        follower.stale?.(false);
        if (campaign === null) fail(new CommandFailure(`campaign ${id} is gone`, { exitCode: exitCodes.notFound, code: 'campaignNotFound' }));
        else look(campaign);
      }, (error: unknown) => {
        if (error instanceof ApiError && (error.kind === 'network' || error.retryable)) follower.stale?.(true);
        else fail(error);
      }).finally(() => { asking = false; });
    };
    const live = createLive<CliLiveSubscription['live'] & LiveMessage, LiveTopicInput>({
      url: `${endpoint.replace(/^http/, 'ws')}/graphql`, token, document: CliLiveDocument, webSocketImpl: world.webSocketImpl,
      onMessage: ({ campaign }) => { if (campaign !== null) look(campaign); },
      onGap: ask,
      onState: (state) => {
        isLive = state.kind === 'live';
        // The next question says why: a session that ended is refused there, too.
        if (!isLive) ask();
      },
      onRefused: () => { isLive = false; },
    });
    const timer = setInterval(() => { if (!isLive) ask(); }, askAgainMilliseconds);
    world.signal.addEventListener('abort', interrupted, { once: true });
    follower.until?.addEventListener('abort', enough, { once: true });
    live.watch([{ campaign: id }]);
    ask();
  });
}
