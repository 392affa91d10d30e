// npm test: everything that can be checked, in the order in which it is cheapest to be told.
import { continueWith, ensureInstalled, refuseWhenMissing } from './bootstrap.js';

refuseWhenMissing({ needsTemporal: true });
await ensureInstalled();
await continueWith('infra/local/src/test/test-main.ts', process.argv.slice(2));
