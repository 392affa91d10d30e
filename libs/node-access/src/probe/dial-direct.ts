import { createConnection } from 'node:net';
import { NodeAccessError } from '../transport/node-transport.ts';
import { type Dial } from './run-probe.ts';

/** Straight to the node, for sites without proxy and bastion. */
export const dialDirect: Dial = (host, port, timeoutMs) => new Promise((resolve, reject) => {
  const socket = createConnection({ host, port });
  const timer = setTimeout(() => { socket.destroy(new NodeAccessError('unreachable', `${host}: nobody answered within ${String(timeoutMs)} ms`)); }, timeoutMs);
  socket.once('connect', () => {
    clearTimeout(timer);
    socket.off('error', reject);
    resolve(socket);
  });
  socket.once('error', (error) => {
    clearTimeout(timer);
    reject(error);
  });
});
