import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server } from 'node:http';
import { type Duplex } from 'node:stream';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { apiLimits } from '@skein/core';
import { type ExecutionArgs, type ExecutionResult, type FormattedExecutionResult, type GraphQLError, type GraphQLFormattedError, getVariableValues, OperationTypeNode, subscribe } from 'graphql';
import { type Context, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer, type SubscribePayload, type Server as ProtocolServer } from 'graphql-ws';
import { type Logger } from 'pino';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { bearerTokenSha256 } from '../identity/bearer-token.ts';
import { type Admit, type AdmittedOperation } from '../platform/admit-operation.ts';
import { comesFromElsewhere, type Credentials, credentialsOf, remoteAddressOf } from '../platform/credentials.ts';
import { describeFailure, isSurprise } from '../platform/describe-failure.ts';
import { badRequest, GraphqlFailure } from '../platform/graphql-failure.ts';
import { LOG, METRICS } from '../platform/injection-tokens.ts';
import { type Metrics } from '../platform/metrics.ts';
import { Persistence } from '../platform/persistence.ts';
import { senderOf } from '../platform/take-operation.ts';
import { type WebSettings } from '../platform/web-settings.ts';
import { closeCodes } from './close-codes.ts';
import { LiveSocket } from './live-socket.ts';

interface Extra {
  readonly live: LiveSocket;
  readonly request: IncomingMessage;
}
type LiveContext = Context<Record<string, unknown>, Extra>;

const lookMilliseconds = 10_000;
const unknownMillisecondsMax = 30_000;
/** Somebody with too many pages open closes one; asking sooner would find the same. */
const placeAwaitedSeconds = 10;
/** Sockets of one address that have not said yet whose they are; after three seconds they are closed. High, since all browsers come back at once after a restart. */
const strangersMax = 200;

/** graphql-ws at `/graphql`: the same sign-in, documents, limits and guards as over HTTP, for subscriptions. */
@Injectable()
export class LiveSockets implements OnModuleDestroy {
  readonly #sockets = new Map<LiveSocket, LiveContext | null>();
  // Twice the limit is read, so that the refusal can be told by its own code.
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 2 * apiLimits.BODY_TOO_LARGE.max, perMessageDeflate: false, clientTracking: false, handleProtocols: (offered) => (offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false) });
  #timer: NodeJS.Timeout | null = null;
  #knownAt = performance.now();

  constructor(private readonly persistence: Persistence, private readonly schemaHost: GraphQLSchemaHost, @Inject(LOG) private readonly log: Logger, @Inject(METRICS) metrics: Metrics) {
    metrics.watchLive(() => ({ sockets: this.#sockets.size, subscriptions: [...this.#sockets.values()].reduce((sum, context) => sum + subscriptionsOf(context), 0) }));
  }

  attach(http: Server, admit: Admit, web: WebSettings): void {
    const protocol = this.#protocol(admit, web);
    http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      stream.on('error', () => undefined);
      if (URL.parse(request.url ?? '', 'http://skein')?.pathname !== '/graphql') {
        stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
        return;
      }
      this.#server.handleUpgrade(request, stream, head, (socket) => { this.#opened(socket, request, protocol, web); });
    });
    this.#timer = setInterval(() => { void this.lookAround(); }, lookMilliseconds);
    this.#timer.unref();
  }

  onModuleDestroy(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    for (const live of this.#sockets.keys()) live.terminate();
  }

  /** Whoever may no longer be here is sent away: one statement for all sockets, every ten seconds. */
  async lookAround(): Promise<void> {
    const tokens = [...this.#sockets.keys()].flatMap(({ scope }) => (scope.tokenSha256 === null ? [] : [scope.tokenSha256]));
    for (const live of this.#sockets.keys()) {
      if (live.isSlow) live.close('TOO_SLOW');
      else if (!live.ping()) live.terminate();
    }
    if (tokens.length === 0) {
      this.#knownAt = performance.now();
      return;
    }
    try {
      const principals = await this.persistence.tokens.principalsByTokens(tokens);
      this.#knownAt = performance.now();
      for (const live of this.#sockets.keys()) {
        const { tokenSha256, principal } = live.scope;
        // Who came while the question was under way was looked up then.
        if (tokenSha256 === null || principal === null || !tokens.includes(tokenSha256)) continue;
        const now = principals.get(Buffer.from(tokenSha256).toString('hex'));
        if (now === undefined) live.close('UNAUTHENTICATED');
        else if (now.role !== principal.role) live.close('ROLE_CHANGED');
      }
    } catch (cause) {
      this.log.warn({ err: cause }, 'the owners of sockets could not be looked up');
      if (performance.now() - this.#knownAt > unknownMillisecondsMax) for (const live of this.#sockets.keys()) live.close('UNAVAILABLE');
    }
  }

  #opened(socket: WebSocket, request: IncomingMessage, protocol: ProtocolServer<Extra>, web: WebSettings): void {
    socket.on('error', () => { socket.terminate(); });
    const live = new LiveSocket(socket, {
      correlationId: randomUUID(), principal: null, tokenSha256: null, carrier: null, remoteAddress: remoteAddressOf(request, web), sessionCookie: null, signInFailure: null, readUntil: null,
    });
    if (comesFromElsewhere(request, web)) {
      live.close('CSRF_REFUSED');
      return;
    }
    const strangers = [...this.#sockets.keys()].filter(({ principal, scope }) => principal === null && scope.remoteAddress === live.scope.remoteAddress).length;
    if (strangers >= strangersMax) {
      live.close('TOO_MANY_SOCKETS');
      return;
    }
    this.#sockets.set(live, null);
    const closed = protocol.opened({
      protocol: socket.protocol,
      send: (data) => live.send(data),
      close: (code, reason) => { socket.close(code, reason); },
      onMessage: (take) => {
        socket.on('message', (data) => {
          const text = textOf(data);
          if (text === null) live.close('BODY_TOO_LARGE');
          // What a message reads is counted to its sender, as over HTTP.
          else void this.persistence.readFor(senderOf(live.scope), () => take(withQuery(text))).catch((cause: unknown) => {
            this.log.error({ err: cause, correlationId: live.scope.correlationId }, 'a message could not be answered');
            socket.close(1011, 'INTERNAL');
          });
        });
      },
    }, { live, request });
    socket.once('close', (code, reason) => {
      this.#sockets.delete(live);
      void closed(code, String(reason));
    });
  }

  #protocol(admit: Admit, web: WebSettings): ProtocolServer<Extra> {
    return makeServer<Record<string, unknown>, Extra>({
      onConnect: (context) => this.#connect(context, web),
      subscribe: subscribeOrThrow,
      onSubscribe: (context, _id, payload) => this.#subscribe(context, payload, admit),
      onNext: (context, _id, _payload, _args, { errors, data }): FormattedExecutionResult | undefined => (errors === undefined ? undefined : { data: data ?? null, errors: this.#described(context, errors) }),
      onError: (context, _id, _payload, errors) => this.#described(context, errors),
    });
  }

  async #connect(context: LiveContext, web: WebSettings): Promise<boolean> {
    const { live, request } = context.extra;
    const credentials = credentialsOf(request, web) ?? credentialsOfParameters(context.connectionParams, web);
    if (credentials === null) return this.#refuse(live, 'UNAUTHENTICATED');
    const tokenSha256 = bearerTokenSha256(credentials.secret);
    const principal = await this.persistence.tokens.principalByToken(tokenSha256).catch((cause: unknown) => {
      this.log.error({ err: cause, correlationId: live.scope.correlationId }, 'a bearer token could not be looked up');
      return 'away' as const;
    });
    if (principal === 'away') return this.#refuse(live, 'UNAVAILABLE');
    if (principal === null) return this.#refuse(live, 'UNAUTHENTICATED');
    const others = [...this.#sockets.keys()].filter((other) => other.principal?.personId === principal.personId);
    if (others.length >= apiLimits.TOO_MANY_SOCKETS.max) return this.#refuse(live, 'TOO_MANY_SOCKETS');
    live.belongsTo(principal, tokenSha256, credentials.carrier);
    this.#sockets.set(live, context);
    return true;
  }

  #refuse(live: LiveSocket, reason: keyof typeof closeCodes): false {
    live.close(reason);
    return false;
  }

  #subscribe(context: LiveContext, payload: SubscribePayload, admit: Admit): readonly GraphQLError[] | ExecutionArgs {
    const { live } = context.extra;
    const { query, variables, operationName } = payload;
    const documentId = 'documentId' in payload ? payload.documentId : null;
    const admitted = admit({ query: documentId === null ? query : null, documentId, variables, operationName });
    if (!('operation' in admitted)) return admitted;
    if (admitted.operation.operation !== OperationTypeNode.SUBSCRIPTION) return [badRequest('only subscriptions are asked over a socket; queries and changes go over HTTP')];
    // Over HTTP the engine says so itself; here what it throws later could not be told from a surprise.
    const { errors: misfits } = getVariableValues(this.schemaHost.schema, admitted.operation.variableDefinitions ?? [], admitted.variables);
    if (misfits !== undefined) return misfits.map(({ message }) => badRequest(message));
    const open = [...this.#sockets].filter(([other]) => other.principal?.personId === live.principal?.personId).reduce((sum, [, its]) => sum + subscriptionsOf(its), 0);
    // The one that is asked for is among them already.
    if (open > apiLimits.TOO_MANY_SUBSCRIPTIONS.max) return [new GraphqlFailure('TOO_MANY_SUBSCRIPTIONS', `one person has at most ${String(apiLimits.TOO_MANY_SUBSCRIPTIONS.max)} subscriptions; end another one first`, { retryable: true, retryAfterSeconds: placeAwaitedSeconds })];
    return executionOf(this.schemaHost, live, admitted);
  }

  #described({ extra: { live } }: LiveContext, errors: readonly GraphQLError[]): GraphQLFormattedError[] {
    const { correlationId } = live.scope;
    const described = errors.map((error): GraphQLFormattedError & { readonly extensions: Readonly<Record<string, unknown>> } => {
      // What ends a subscription is wrapped by the protocol and has no path.
      const thrown = error.path === undefined ? error.originalError ?? error : error;
      if (isSurprise(thrown)) this.log.error({ err: error.originalError ?? error, path: error.path?.join('.'), correlationId }, 'a message failed');
      const failure = describeFailure(error.toJSON(), thrown);
      return { ...failure, extensions: { ...failure.extensions, correlationId } };
    });
    // A message that could not be read leaves something old on a screen that looks live. Whoever connects anew is told everything. Who has
    // too many subscriptions keeps the others.
    const passing = described.find(({ extensions }) => extensions['retryable'] === true && extensions['code'] !== 'TOO_MANY_SUBSCRIPTIONS');
    if (passing !== undefined) live.close(passing.extensions['code'] === 'OPERATION_TIMEOUT' ? 'OPERATION_TIMEOUT' : 'UNAVAILABLE');
    return described;
  }
}

const subscriptionsOf = (context: LiveContext | null): number => Object.keys(context?.subscriptions ?? {}).length;

const executionOf = ({ schema }: GraphQLSchemaHost, live: LiveSocket, { document, operationName, variables }: AdmittedOperation): ExecutionArgs => ({
  schema, document, operationName: operationName ?? null, variableValues: variables, contextValue: { req: live.key }, rootValue: undefined,
});

/** What is refused at the beginning is told as an error that ends the subscription, and not as a message of it. */
async function subscribeOrThrow(args: ExecutionArgs): Promise<AsyncIterable<ExecutionResult>> {
  const stream = await subscribe(args);
  if (Symbol.asyncIterator in stream) return stream;
  const [error] = stream.errors ?? [];
  const cause = error?.originalError ?? error ?? new Error('a subscription did not begin and nobody said why');
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(cause) }) };
}

/** Browsers cannot send headers with a socket, and programs need not. */
function credentialsOfParameters(parameters: Readonly<Record<string, unknown>> | undefined, web: WebSettings): Credentials {
  const authorization = parameters?.['authorization'] ?? parameters?.['Authorization'];
  return typeof authorization === 'string' ? credentialsOf({ headers: { authorization } }, web) : null;
}

/** null: larger than a message may be. */
function textOf(data: RawData): string | null {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
  return bytes.length > apiLimits.BODY_TOO_LARGE.max ? null : bytes.toString('utf8');
}

/** The protocol wants a text where a document that ships with Skein is named by its id; the empty one is never read. */
function withQuery(text: string): string {
  if (!text.includes('"documentId"')) return text;
  try {
    const message = JSON.parse(text) as { readonly payload?: Readonly<Record<string, unknown>> };
    return typeof message.payload?.['documentId'] === 'string' && message.payload['query'] === undefined ? JSON.stringify({ ...message, payload: { ...message.payload, query: '' } }) : text;
  } catch {
    return text;
  }
}
