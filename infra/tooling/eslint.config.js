import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import * as bans from './eslint/bans.js';
import { fileNameRule } from './eslint/file-name-rule.js';
import { layerRules } from './eslint/layers.js';
import { noUntranslatedTextRule } from './eslint/no-untranslated-text-rule.js';

const specs = ['**/*.spec.ts', '**/*.spec.tsx'];
const skein = { rules: { 'file-name': fileNameRule, 'no-untranslated-text': noUntranslatedTextRule } };
const imports = (paths, patterns) => ['error', { paths, patterns }];
const notSsh2 = bans.importPaths.filter(({ name }) => name !== 'ssh2');
// Where process.env may be read: one file per app, and what starts, tests or builds the product from outside.
const environmentFiles = ['**/environment.ts', 'infra/local/**', 'infra/tooling/**', 'e2e/**', ...specs];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/generated/**', '**/node_modules/**', '.nx/**'] },
  // A rule that can be switched off in passing is a wish. Who must break one changes this file and says why.
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { '@nx': nx, skein },
    rules: {
      'skein/file-name': 'error',
      '@nx/enforce-module-boundaries': ['error', layerRules(false)],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true }],
      // A port is asynchronous because one adapter needs it; the other one has nothing to await.
      '@typescript-eslint/require-await': 'off',
      // Ports are made by functions that close over what they need, so their methods may be taken apart; only Nest wants classes.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-restricted-imports': imports(bans.importPaths, bans.importPatterns),
      'no-restricted-syntax': ['error', ...bans.everywhere, ...bans.environment],
      eqeqeq: 'error',
      'no-eval': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: [...specs, '**/environment.ts', '**/cli.ts', '**/cli/**'],
    rules: { 'no-restricted-syntax': ['error', ...bans.everywhere, ...bans.environment, ...bans.inLibraries] },
  },
  { files: environmentFiles, ignores: specs, rules: { 'no-restricted-syntax': ['error', ...bans.everywhere] } },
  {
    files: specs,
    rules: {
      '@nx/enforce-module-boundaries': ['error', layerRules(true)],
      'no-restricted-syntax': ['error', ...bans.everywhere, ...bans.inSpecs],
    },
  },
  { files: ['apps/api/src/**/*.ts'], ignores: specs, rules: { '@typescript-eslint/unbound-method': 'error' } },
  { files: ['libs/node-access/src/ssh/guarded-ssh.ts'], rules: { '@typescript-eslint/no-restricted-imports': imports(notSsh2, bans.importPatterns) } },
  {
    files: ['libs/core/src/**/*.ts'],
    ignores: specs,
    rules: {
      '@typescript-eslint/no-restricted-imports': imports(bans.importPaths, bans.coreImportPatterns),
      'no-restricted-globals': ['error', ...bans.coreGlobals],
      'no-restricted-properties': ['error', ...bans.coreProperties],
    },
  },
  {
    files: ['libs/contract/src/**/*.ts', 'libs/workflows/src/**/*.ts'],
    ignores: specs,
    rules: {
      '@typescript-eslint/no-restricted-imports': imports(
        [...bans.importPaths, { name: '@skein/core', allowTypeImports: true, message: 'Deciders run in activities, so that a rule can change while a campaign runs. Import only types from core here.' }],
        [...bans.importPatterns, { regex: '^node:', message: 'Workflow code is bundled for a sandbox without Node. Do it in an activity.' }],
      ),
      'no-restricted-globals': ['error', ...bans.workflowGlobals],
      'no-restricted-properties': ['error', ...bans.workflowProperties],
    },
  },
  {
    files: ['apps/console/src/**/*.ts', 'apps/console/src/**/*.tsx'],
    ignores: specs,
    plugins: { 'react-hooks': reactHooks, skein },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'skein/no-untranslated-text': 'error',
      'no-restricted-syntax': ['error', ...bans.everywhere, ...bans.environment, ...bans.inConsole],
      '@typescript-eslint/no-restricted-imports': imports([...bans.importPaths, ...bans.consoleImportPaths], bans.importPatterns),
    },
  },
  // Tools find these by their default export.
  { files: ['**/*.config.ts', '**/*.config.js'], extends: [tseslint.configs.disableTypeChecked], rules: { 'no-restricted-syntax': 'off' } },
  {
    // Plain JavaScript runs before the workspace is installed, or configures the tools: no types to check there.
    files: ['**/*.js'],
    plugins: { skein },
    languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
    rules: { 'skein/file-name': 'error', eqeqeq: 'error', 'no-eval': 'error', 'prefer-const': 'error', 'no-var': 'error', 'no-undef': 'off', 'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }] },
  },
);
