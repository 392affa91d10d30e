import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Stories own a whole stack and its fleet: one file at a time, never two, and time enough for real package transactions.
export default defineConfig({
  test: {
    globalSetup: [fileURLToPath(new URL('./src/one-story-run-at-a-time.ts', import.meta.url))],
    setupFiles: [fileURLToPath(new URL('../../e2e/src/harness/show-evidence.ts', import.meta.url))],
    include: ['**/*.spec.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 15 * 60_000,
    hookTimeout: 10 * 60_000,
    passWithNoTests: false,
    allowOnly: false,
  },
});
