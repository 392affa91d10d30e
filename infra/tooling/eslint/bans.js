// What may not be written here, and what to write instead. A message is read by someone who is in the middle of something else:
// first the reason, then the replacement.

/** Syntax that is refused everywhere (selectors of https://eslint.org/docs/latest/extend/selectors). */
export const everywhere = [
  {
    selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    message: 'A default export has no name to search for, and every importer invents another one. Export it by name.',
  },
  {
    selector: 'ExportAllDeclaration',
    message: '`export *` hides what a door lets through and makes most import cycles. List the exports by name.',
  },
  {
    selector: 'Property[key.name="shell"][value.value=true]',
    message: 'A shell string is an injection waiting for a hostname with a quote in it. Use execFile or spawn with an argument list.',
  },
  {
    selector: 'MemberExpression[property.name="generateKeyPairSync"], ObjectPattern > Property[key.name="generateKeyPairSync"]',
    message: 'The keys ssh2 makes are not always ones OpenSSH reads. Make keys with `ssh-keygen -t ed25519` through execFile.',
  },
];

export const environment = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"], MemberExpression[object.name="process"][property.value="env"], VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
    message: 'Configuration that is read here and there fails here and there. Parse it in the `environment.ts` of the app, all errors together, and pass the value on as an argument.',
  },
];

export const inSpecs = [
  {
    selector: 'MemberExpression[property.name=/^(only|skip|todo|skipIf|runIf|fails)$/]:matches([object.name=/^(it|test|describe|suite)$/], [object.object.name=/^(it|test|describe|suite)$/])',
    message: 'A test that does not run says nothing, and says it in green. Make it pass, delete it, or let it fail with what is missing on this machine.',
  },
];

export const inLibraries = [
  {
    selector: 'MemberExpression[object.name="console"]',
    message: 'A library does not know whether anybody reads its terminal. Return the fact, throw with a cause, or take a logger as an argument.',
  },
];

const clock = 'Time is an argument: take an `Instant` (libs/core/src/kernel/time.ts), so that a decision can be repeated and tested.';
const closed = 'Core is plain TypeScript without a machine under it. Take what you need as an argument.';
export const coreGlobals = [
  { name: 'Date', message: clock },
  { name: 'performance', message: clock },
  { name: 'process', message: closed },
  { name: 'console', message: closed },
  { name: 'globalThis', message: closed },
  { name: 'crypto', message: 'Randomness is an argument: take a seed.' },
];
export const coreProperties = [{ object: 'Math', property: 'random', message: 'Randomness is an argument: take a seed (the plan carries one), so that the same plan comes out twice.' }];

const drives = 'A workflow only drives. Let the activity decide with the database clock and answer `wake` with seconds.';
export const workflowGlobals = [
  { name: 'Date', message: drives },
  { name: 'setTimeout', message: 'Wait with `condition(() => poked, seconds)`: a poke must be able to end every wait.' },
  { name: 'setInterval', message: 'Wait with `condition(() => poked, seconds)` in the loop: a poke must be able to end every wait.' },
  { name: 'performance', message: drives },
  { name: 'process', message: 'A workflow has no process: it is replayed in another one. Ask an activity.' },
  { name: 'fetch', message: 'A workflow reaches nothing. Ask an activity.' },
  { name: 'console', message: 'Replays would print again. Use `log` of @temporalio/workflow.' },
];
export const workflowProperties = [{ object: 'Math', property: 'random', message: 'A workflow only drives: nothing is left to chance here. Decide in an activity.' }];

/** State colours are for states, and only through the tokens. */
export const inConsole = [
  {
    selector: 'JSXAttribute[name.name=/^(color|severity)$/][value.value=/^(success|info|warning)$/]',
    message: 'These colours of MUI say nothing here. A state has a StateChip or a StateTile; what is no state has no colour.',
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'What nodes and people write would become markup. Render text, or build elements from it.',
  },
];
export const consoleImportPaths = [
  {
    name: 'react-admin', allowTypeImports: true,
    message: 'Its lists select 250 rows silently, undo instead of asking, and their checkboxes have no names. Use hooks of ra-core and the parts in src/kit.',
  },
  { name: 'ra-ui-materialui', allowTypeImports: true, message: 'Its lists select 250 rows silently, undo instead of asking, and their checkboxes have no names. Use hooks of ra-core and the parts in src/kit.' },
  { name: '@mui/material', allowTypeImports: true, message: 'The barrel slows every start of the build. Import the one file: @mui/material/Dialog.' },
  { name: '@mui/icons-material', message: 'Icons are drawn in src/kit/icon.tsx, on one grid. Add one there.' },
];

/** Imports that are refused everywhere. */
export const importPaths = [
  // Its types connect to nothing.
  { name: 'ssh2', allowTypeImports: true, message: 'ssh2 accepts every host key by default and takes an async verifier for a yes. Use libs/node-access/src/ssh/guarded-ssh.ts, which makes a verifier mandatory.' },
  { name: 'node:child_process', importNames: ['exec', 'execSync', 'default'], message: 'A shell string is an injection waiting for a hostname with a quote in it. Use execFile, execFileSync or spawn with an argument list.' },
  { name: 'child_process', message: 'Write `node:child_process`: a package of that name would be found first otherwise.' },
  { name: 'node:process', importNames: ['env', 'default'], message: 'Configuration is parsed once, in the `environment.ts` of the app. Take the value as an argument.' },
];
export const importPatterns = [
  { regex: '^\\.{1,2}(/.*)?/index(\\.ts)?$|^\\.{1,2}/?$', message: 'Importing through an index makes cycles that nobody sees. Import from the file that defines it.' },
  { regex: '^@skein/[^/]+/', message: 'A library has one door. Export it by name from its src/index.ts and import the library.' },
  { regex: '(^|/)(utils?|helpers?|misc|common)\\.ts$', message: 'A file named after nothing collects everything. Import from a file named after its main export.' },
];
export const coreImportPatterns = [
  ...importPatterns,
  { regex: '^[^.]', message: 'Core imports nothing, not even Node built-ins: it must run, and be provable, anywhere. Take what you need as an argument.' },
];
