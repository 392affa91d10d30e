// npm start: the whole product on this machine.
import { continueWith, ensureInstalled, refuseWhenMissing } from './bootstrap.js';

const args = process.argv.slice(2);
const onlyAsking = args.includes('--help') || args.includes('-h');
refuseWhenMissing({ needsTemporal: !onlyAsking });
await ensureInstalled();
await continueWith('infra/local/src/main.ts', args);
