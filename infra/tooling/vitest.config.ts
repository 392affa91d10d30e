import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// One file for all projects: the target in nx.json passes --dir. What must run alone (stories, kills) is in vitest.e2e.config.ts.
export default defineConfig({
  // Packages load graphql's CommonJS and Vite would load its other half for us: two copies, whose types do not know each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
  test: {
    include: ['**/*.spec.ts', '**/*.spec.tsx'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Processes, not threads: specs start servers, change umask and send signals.
    pool: 'forks',
    // Nx runs two projects at a time on two cores; more workers would only make real servers slow enough to be called broken.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    allowOnly: false,
  },
});
