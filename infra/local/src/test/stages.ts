/** One part of `npm test`; the cheap ones come first, because they tell the most common mistakes soonest. */
export type Stage =
  /** One check: it passes or it fails. */
  | { readonly kind: 'check'; readonly name: string; readonly command: readonly string[] }
  /** One check per project that Nx runs. */
  | { readonly kind: 'projects'; readonly name: string; readonly target: string }
  /** Vitest per project, counted from its report. */
  | { readonly kind: 'vitest'; readonly name: string; readonly target: string }
  /** A program that prints `ok …` and `not ok …` lines, and a last line of counts that must be zero. */
  | { readonly kind: 'program'; readonly name: string; readonly file: string };

export const stages: readonly Stage[] = [
  { kind: 'check', name: 'lint', command: ['nx', 'run', '@skein/tooling:lint'] },
  { kind: 'projects', name: 'typecheck', target: 'typecheck' },
  { kind: 'check', name: 'references', command: ['nx', 'sync:check'] },
  { kind: 'check', name: 'generated', command: ['nx', 'run', '@skein/tooling:generated'] },
  // Also weighs it: a first load or a route over its budget fails.
  { kind: 'check', name: 'console', command: ['nx', 'run', '@skein/console:build'] },
  { kind: 'vitest', name: 'tests', target: 'test' },
  // From here on real fleets and real kills: never replayed from a cache.
  { kind: 'vitest', name: 'stories', target: 'e2e' },
  { kind: 'program', name: 'kills', file: 'e2e/src/kill/verify-kill.ts' },
];
