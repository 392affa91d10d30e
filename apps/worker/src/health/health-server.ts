import { createServer, type Server } from 'node:http';
import { register } from 'prom-client';

export interface Health {
  /** Empty: alive. A process that is not alive is to be restarted. */
  readonly problems: () => readonly string[];
  /** Empty: ready to work. */
  readonly notReady: () => readonly string[];
}

/** `/livez`, `/readyz`, `/metrics` on loopback. */
export function startHealthServer(port: number, health: Health): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = (problems: readonly string[]): void => {
      response.writeHead(problems.length === 0 ? 200 : 503, { 'content-type': 'application/json' });
      // The process id tells a supervisor whether it is its own worker that answers.
      response.end(JSON.stringify({ ok: problems.length === 0, problems, pid: process.pid }));
    };
    if (request.url === '/livez') answer(health.problems());
    else if (request.url === '/readyz') answer([...health.problems(), ...health.notReady()]);
    else if (request.url === '/metrics') {
      void register.metrics().then((text) => {
        response.writeHead(200, { 'content-type': register.contentType });
        response.end(text);
      });
    } else {
      response.writeHead(404);
      response.end();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
