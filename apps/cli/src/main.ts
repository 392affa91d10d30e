import { runCli } from './run-cli.ts';
import { openWorld } from './world.ts';

const interruption = new AbortController();
process.once('SIGINT', () => { interruption.abort(); });
// The reader went away: `skein node list | head` has all that it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`error: standard output cannot be written: ${error.message}\n`);
  process.exit(1);
});
process.exitCode = await runCli(process.argv.slice(2), openWorld(interruption.signal));
