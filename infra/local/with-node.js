// Runs one TypeScript file on the Node that the workspace brings: node infra/local/with-node.js FILE …args
import { continueWith, ensureInstalled, refuseWhenMissing } from './bootstrap.js';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Say which file: node infra/local/with-node.js FILE.ts …args\n');
  process.exit(2);
}
refuseWhenMissing({ needsTemporal: false });
await ensureInstalled();
await continueWith(file, args);
