import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type TopologyNode, type TopologySite } from '../topology/topology.ts';
import { type Balancer } from './balancer.ts';
import { type Fleet } from './fleet.ts';
import { takeInventory } from './inventory.ts';
import { LabError } from './lab-error.ts';
import { type LabNode } from './lab-node.ts';
import { breakNode, mendNode } from './node-faults.ts';
import { faultNames, type FaultName } from './node-record.ts';
import { dropSnapshot } from './node-disk.ts';
import { viewNode } from './node-view.ts';
import { provide, restore, runHook, setPower, takeSnapshot } from './provider-verbs.ts';

export interface ControlDependencies {
  readonly state: string;
  readonly fleet: Fleet;
  readonly balancer: Balancer;
  /** True when every node had its chance to boot. */
  readonly ready: () => boolean;
  readonly stop: () => void;
}

type Body = Readonly<Record<string, unknown>>;
type Handler = (match: readonly string[], body: Body, query: URLSearchParams) => Promise<unknown>;
const bodyBytesMax = 32 << 20;

/** JSON over HTTP on a UNIX socket. Errors are `{error}` with a sentence that says what to do. */
export function createControlApi(deps: ControlDependencies): Server {
  const { state, fleet, balancer } = deps;
  const nodeOf = (match: readonly string[]): LabNode => fleet.get(match[0] ?? '');
  const routes: readonly (readonly [string, RegExp, Handler])[] = [
    ['GET', /^\/health$/, () => Promise.resolve({ ready: deps.ready(), pid: process.pid, nodes: fleet.all().length, rssMib: Math.round(process.memoryUsage().rss / 1048576) })],
    ['GET', /^\/inventory$/, () => Promise.resolve(takeInventory(state, fleet))],
    ['GET', /^\/nodes$/, () => Promise.resolve(fleet.all().map(viewNode))],
    ['POST', /^\/nodes$/, async (_match, body) => ({
      created: await fleet.create(body['nodes'] as readonly TopologyNode[], (body['sites'] ?? []) as readonly TopologySite[]),
    })],
    ['GET', /^\/nodes\/([^/]+)$/, (match) => Promise.resolve(viewNode(nodeOf(match)))],
    ['DELETE', /^\/nodes\/([^/]+)$/, async (match) => { await fleet.remove(match[0] ?? ''); return {}; }],
    ['GET', /^\/nodes\/([^/]+)\/console$/, (match) => Promise.resolve({ console: nodeOf(match).console.read() })],
    ['POST', /^\/nodes\/([^/]+)\/power$/, (match, body) => setPower(nodeOf(match), body['to'] === 'cut' ? 'off' : String(body['to']), null)],
    ['POST', /^\/nodes\/([^/]+)\/faults$/, async (match, body) => {
      const node = nodeOf(match);
      const fault = faultOf(body['fault']);
      await node.exclusive(() => breakNode(state, node, fault, typeof body['argument'] === 'string' ? body['argument'] : null));
      return {};
    }],
    ['DELETE', /^\/nodes\/([^/]+)\/faults\/([^/]+)$/, async (match) => {
      const node = nodeOf(match);
      const fault = faultOf(match[1]);
      await node.exclusive(() => mendNode(state, node, fault));
      return {};
    }],
    ['POST', /^\/nodes\/([^/]+)\/snapshots$/, (match, body) => takeSnapshot(state, nodeOf(match), String(body['key']))],
    ['DELETE', /^\/nodes\/([^/]+)\/snapshots\/([a-z0-9-]+)$/, (match) => {
      const node = nodeOf(match);
      return node.exclusive(() => { dropSnapshot(state, node.record, match[1] ?? ''); return Promise.resolve({}); });
    }],
    ['POST', /^\/nodes\/([^/]+)\/restore$/, (match, body) => restore(state, nodeOf(match), String(body['snapshotId']), null, body['powerOn'] !== false)],
    ['POST', /^\/nodes\/([^/]+)\/exec$/, (match, body) => nodeOf(match).exec(body['argv'] as readonly string[], body['input'] as string | undefined)],
    ['GET', /^\/nodes\/([^/]+)\/file$/, async (match, _body, query) => ({ text: await nodeOf(match).readFile(query.get('path') ?? '') })],
    ['PUT', /^\/nodes\/([^/]+)\/file$/, async (match, body) => {
      const node = nodeOf(match);
      await node.exclusive(() => node.writeFile(String(body['path']), Buffer.from(String(body['text'])), typeof body['mode'] === 'number' ? body['mode'] : 0o644));
      return {};
    }],
    ['GET', /^\/balancer$/, () => Promise.resolve(balancer.view())],
    ['POST', /^\/balancer\/load$/, (_match, body) => { balancer.setLoad(Number(body['perSecond'])); return Promise.resolve({}); }],
    ['POST', /^\/balancer\/backends\/([^/]+)$/, async (match, body) => {
      const wanted = body['state'];
      if (wanted !== 'in' && wanted !== 'out') throw new LabError(400, 'state must be "in" or "out"');
      await balancer.setState(match[0] ?? '', wanted);
      return {};
    }],
    ['POST', /^\/provider$/, (_match, body) => provide(state, fleet, body)],
    ['POST', /^\/hook$/, (_match, body) => runHook(balancer, body)],
    ['POST', /^\/stop$/, async () => {
      await Promise.all(fleet.all().map((node) => node.exclusive(() => node.suspend())));
      setTimeout(deps.stop, 20);
      return {};
    }],
  ];
  return createServer((request, response) => {
    void answer(request, routes).then(
      (result) => { response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result)); },
      (error: unknown) => {
        const status = error instanceof LabError ? error.status : 500;
        const message = error instanceof Error ? [error.message, error.cause instanceof Error ? error.cause.message : ''].filter(Boolean).join(': ') : String(error);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: message }));
      },
    );
  });
}

async function answer(request: IncomingMessage, routes: readonly (readonly [string, RegExp, Handler])[]): Promise<unknown> {
  const url = new URL(request.url ?? '/', 'http://lab');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyBytesMax) throw new LabError(413, 'the request is larger than 32 MiB');
    chunks.push(chunk);
  }
  for (const [method, pattern, handle] of routes) {
    const match = request.method === method ? pattern.exec(url.pathname) : null;
    if (match !== null) return handle(match.slice(1).map(decodeURIComponent), parseBody(Buffer.concat(chunks).toString('utf8')), url.searchParams);
  }
  throw new LabError(404, `the lab has no ${request.method ?? ''} ${url.pathname}`);
}

function parseBody(text: string): Body {
  if (text === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null) return body as Body;
  } catch {
    // Said below, alike for everything that is no object.
  }
  throw new LabError(400, 'the body must be a JSON object');
}

function faultOf(value: unknown): FaultName {
  const fault = faultNames.find((name) => name === value);
  if (fault === undefined) throw new LabError(400, `there is no fault "${String(value)}": ${faultNames.join(', ')}`);
  return fault;
}
