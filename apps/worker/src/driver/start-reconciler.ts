import { type DriverRef, type DriverStore } from '@skein/persistence';
import { startLoop, type BackgroundLoop } from './background-loop.ts';

/** How often a driver is found waiting before somebody is told. */
const flagAfter = 5;

/** Pokes drivers whose rows wait for attention and that nobody advanced. It never ends a run or a lease. */
export const startReconciler = (deps: {
  readonly drivers: DriverStore; readonly poke: (drivers: readonly DriverRef[]) => Promise<void>;
  readonly everySeconds: number; readonly onError: (name: string, error: Error) => void; readonly flag: (driver: DriverRef, times: number) => void;
}): BackgroundLoop =>
  startLoop({
    name: 'reconciler', pauseMilliseconds: deps.everySeconds * 1000, onError: deps.onError,
    async round() {
      const late = await deps.drivers.reconcile();
      await deps.poke(late.map(({ driver }) => driver));
      for (const { driver, times } of late) if (times === flagAfter) deps.flag(driver, times);
      return false;
    },
  });
