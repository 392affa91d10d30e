import { appendFileSync, existsSync, openSync, readFileSync, readSync, closeSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LabError } from './lab-error.ts';
import { balancerAddress } from './lab-network.ts';

export interface BalancerView {
  /** Client requests with a known result, over the life of the lab. */
  readonly requests: number;
  /** Those that got no good answer. */
  readonly lost: number;
  readonly perSecond: number;
  readonly backends: readonly BackendView[];
  /** Append-only file: time, result, status, backend, milliseconds of each client request. */
  readonly log: string;
}

export interface BackendView {
  readonly node: string;
  readonly state: 'in' | 'out';
  readonly healthy: boolean;
  readonly open: number;
}

interface Backend {
  readonly node: string;
  readonly address: string;
  state: 'in' | 'out';
  healthy: boolean;
  open: number;
}

export const requestsPerSecondMax = 50;
const drainLimitMs = 20_000;
const agent = new Agent({ keepAlive: false });

/**
 * A toy in the shape of the real thing: takes turns among backends that are in rotation and answer their health check, tries one other backend when
 * connecting fails, and never repeats a request that reached a backend. Its rotation and counters survive the lab's daemon.
 */
export class Balancer {
  readonly #backends = new Map<string, Backend>();
  readonly #file: string;
  readonly #log: string;
  #perSecond = 0;
  #counted = { bytes: 0, requests: 0, lost: 0 };
  #next = 0;
  #generator: NodeJS.Timeout | null = null;
  #rotation: Record<string, 'in' | 'out'> = {};

  constructor(state: string) {
    this.#file = join(state, 'balancer.json');
    this.#log = join(state, 'balancer-requests.log');
    if (existsSync(this.#file)) {
      const saved = JSON.parse(readFileSync(this.#file, 'utf8')) as { perSecond: number; counted: { bytes: number; requests: number; lost: number }; rotation: Record<string, 'in' | 'out'> };
      this.#perSecond = saved.perSecond;
      this.#counted = saved.counted;
      this.#rotation = saved.rotation;
    }
    this.#countLog();
  }

  get hasState(): boolean {
    return existsSync(this.#file);
  }

  add(node: string, address: string): void {
    this.#backends.set(node, { node, address, state: this.#rotation[node] ?? 'in', healthy: false, open: 0 });
  }

  remove(node: string): void {
    this.#backends.delete(node);
  }

  has(node: string): boolean {
    return this.#backends.has(node);
  }

  view(): BalancerView {
    return {
      requests: this.#counted.requests, lost: this.#counted.lost, perSecond: this.#perSecond, log: this.#log,
      backends: [...this.#backends.values()].map(({ node, state, healthy, open }) => ({ node, state, healthy, open })),
    };
  }

  /** `out` waits until the backend's open requests are done; `in` asks its health first. Refuses with 409: try again. */
  async setState(node: string, state: 'in' | 'out'): Promise<void> {
    const backend = this.#backends.get(node);
    if (backend === undefined) throw new LabError(404, `${node} is not behind the balancer`);
    if (state === 'in') {
      if (!(await this.#check(backend))) throw new LabError(409, `${node} does not answer its health check yet`);
      backend.healthy = true;
    }
    backend.state = state;
    this.#save();
    for (const until = Date.now() + drainLimitMs; state === 'out' && backend.open > 0;) {
      if (Date.now() > until) throw new LabError(409, `${node} still has ${backend.open} open requests`);
      await sleep(20);
    }
  }

  setLoad(perSecond: number): void {
    if (!Number.isFinite(perSecond) || perSecond < 0 || perSecond > requestsPerSecondMax) {
      throw new LabError(400, `perSecond must be between 0 and ${requestsPerSecondMax}`);
    }
    this.#perSecond = perSecond;
    this.#save();
    this.#generate();
  }

  /** Health checks and, when a rate is set, client requests; call it when the nodes have been given their chance to boot. */
  async start(): Promise<Server> {
    await this.#checkAll();
    setInterval(() => { void this.#checkAll(); }, 1000).unref();
    setInterval(() => { this.#save(); }, 1000).unref();
    const server = createServer((request, response) => { void this.#forward(request, response); });
    await new Promise<void>((resolve, reject) => { server.once('error', reject); server.listen(80, balancerAddress, resolve); });
    this.#generate();
    return server;
  }

  #generate(): void {
    if (this.#generator !== null) clearInterval(this.#generator);
    this.#generator = this.#perSecond === 0 ? null : setInterval(() => { this.#request(); }, 1000 / this.#perSecond);
  }

  /** One client request through the balancer's own front door. */
  #request(): void {
    const began = Date.now();
    let finished = false;
    const finish = (good: boolean, status: number, backend: string): void => {
      if (finished) return;
      finished = true;
      const line = `${new Date(began).toISOString()} ${good ? 'ok' : 'LOST'} ${status} ${backend} ${Date.now() - began}\n`;
      appendFileSync(this.#log, line);
      this.#counted = { bytes: this.#counted.bytes + line.length, requests: this.#counted.requests + 1, lost: this.#counted.lost + (good ? 0 : 1) };
    };
    const request = httpRequest({ host: balancerAddress, port: 80, path: '/', agent, timeout: 10_000 }, (response) => {
      const backend = String(response.headers['x-backend'] ?? '-');
      response.resume();
      response.once('end', () => { finish(response.statusCode === 200 && response.complete, response.statusCode ?? 0, backend); });
      response.once('close', () => { finish(false, 0, backend); });
    });
    request.once('timeout', () => { request.destroy(new Error('timeout')); });
    request.once('error', () => { finish(false, 0, '-'); });
    request.end();
  }

  #choose(not: Backend | null): Backend | null {
    const usable = [...this.#backends.values()].filter((backend) => backend.state === 'in' && backend.healthy && backend !== not);
    this.#next = (this.#next + 1) % Math.max(1, usable.length);
    return usable[this.#next] ?? null;
  }

  async #forward(client: IncomingMessage, answer: ServerResponse): Promise<void> {
    client.resume();
    const first = this.#choose(null);
    if (first !== null && (await this.#pass(client, answer, first)) === 'notConnected') {
      first.healthy = false;
      const second = this.#choose(first);
      if (second !== null && (await this.#pass(client, answer, second)) === 'done') return;
    }
    if (!answer.headersSent) answer.writeHead(first === null ? 503 : 502).end();
  }

  #pass(client: IncomingMessage, answer: ServerResponse, backend: Backend): Promise<'done' | 'notConnected'> {
    backend.open += 1;
    return new Promise<'done' | 'notConnected'>((resolve) => {
      let connected = false;
      const upstream = httpRequest({ host: backend.address, localAddress: balancerAddress, port: 8080, path: client.url ?? '/', agent, timeout: 5000 }, (response) => {
        answer.writeHead(response.statusCode ?? 502, { 'x-backend': backend.node });
        response.pipe(answer);
        response.once('close', () => { if (!response.complete) answer.destroy(); resolve('done'); });
      });
      upstream.once('socket', (socket) => { socket.once('connect', () => { connected = true; }); });
      upstream.once('timeout', () => { upstream.destroy(new Error('timeout')); });
      upstream.once('error', () => {
        if (connected) {
          // It may have been carried out: repeating it is not this balancer's to decide.
          if (answer.headersSent) answer.destroy();
          else answer.writeHead(502, { 'x-backend': backend.node }).end();
        }
        resolve(connected ? 'done' : 'notConnected');
      });
      upstream.end();
    }).finally(() => { backend.open -= 1; });
  }

  async #checkAll(): Promise<void> {
    await Promise.all([...this.#backends.values()].map(async (backend) => { backend.healthy = await this.#check(backend); }));
  }

  #check(backend: Backend): Promise<boolean> {
    return new Promise((resolve) => {
      const request = httpRequest({ host: backend.address, localAddress: balancerAddress, port: 8080, path: '/health', agent, timeout: 900 }, (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      });
      request.once('timeout', () => { request.destroy(new Error('timeout')); });
      request.once('error', () => { resolve(false); });
      request.end();
    });
  }

  /** Lines written after the counters were last saved. */
  #countLog(): void {
    const size = statSync(this.#log, { throwIfNoEntry: false })?.size ?? 0;
    const length = size - this.#counted.bytes;
    if (length <= 0) return;
    const bytes = Buffer.alloc(length);
    const file = openSync(this.#log, 'r');
    readSync(file, bytes, 0, length, this.#counted.bytes);
    closeSync(file);
    const lines = bytes.toString('utf8').split('\n').filter(Boolean);
    this.#counted = { bytes: size, requests: this.#counted.requests + lines.length, lost: this.#counted.lost + lines.filter((line) => line.includes(' LOST ')).length };
  }

  #save(): void {
    for (const backend of this.#backends.values()) this.#rotation[backend.node] = backend.state;
    writeFileSync(`${this.#file}.tmp`, JSON.stringify({ perSecond: this.#perSecond, counted: this.#counted, rotation: this.#rotation }));
    renameSync(`${this.#file}.tmp`, this.#file);
  }
}
