import { dialThroughDoor } from '../client/dial-through-door.ts';

// connect-through-door SOCKET HOST PORT: ssh's ProxyCommand. A program of its own, because ssh starts it for every connection.
const [socketPath = '', host = '', port = ''] = process.argv.slice(2);
try {
  const socket = await dialThroughDoor(socketPath, host, Number(port));
  process.stdin.pipe(socket).pipe(process.stdout);
  socket.once('error', () => { process.exit(1); });
} catch (error) {
  process.stderr.write(`${host}: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
