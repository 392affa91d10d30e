import { type DriverRef, type DriverStore } from '@skein/persistence';
import { startLoop, type BackgroundLoop } from './background-loop.ts';

/** Their rows stay locked in an open transaction while they are sent, so a round must end in time even when each poke takes as long as it may. */
const pokesPerRound = 40;

/** Sends committed pokes on. Rows are deleted when they were sent: a crash in between sends them again, which is harmless. */
export const startRelay = (deps: { readonly drivers: DriverStore; readonly poke: (drivers: readonly DriverRef[]) => Promise<void>; readonly onError: (name: string, error: Error) => void; readonly counted: (pokes: number) => void }): BackgroundLoop =>
  startLoop({
    name: 'relay', pauseMilliseconds: 150, onError: deps.onError,
    async round() {
      const sent = await deps.drivers.relayOutbox(pokesPerRound, deps.poke);
      if (sent > 0) deps.counted(sent);
      return sent >= pokesPerRound;
    },
  });
