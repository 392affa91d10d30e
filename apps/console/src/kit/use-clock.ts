import { useSyncExternalStore } from 'react';

const everyMilliseconds = 10_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();
const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const listener of listeners) listener();
  }, everyMilliseconds);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

/** Now, renewed every ten seconds, one timer for the page: for waiting times and clocks. */
export const useClock = (): number => useSyncExternalStore(subscribe, () => now);
