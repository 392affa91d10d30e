import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What can be measured of the api. Labels are closed sets: no ids, no names, nothing that a client chooses. */
export interface Metrics {
  readonly registry: Registry;
  readonly operationSeconds: Histogram<'kind' | 'outcome'>;
  readonly commands: Counter<'command' | 'outcome'>;
  readonly signIns: Counter<'outcome'>;
  /** Says where to look for what is watched, when somebody asks. */
  watchLive(look: () => LiveLoad): void;
}

export interface LiveLoad {
  readonly sockets: number;
  readonly subscriptions: number;
}

/** `statements`: sent to PostgreSQL so far, by name. */
export function createMetrics(statements: () => ReadonlyMap<string, number> = () => new Map()): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Counter({
    name: 'skein_sql_statements_total', help: 'Statements sent to PostgreSQL by this process, by name.', labelNames: ['statement'], registers,
    collect() {
      this.reset();
      for (const [statement, sent] of statements()) this.inc({ statement }, sent);
    },
  });
  let look = (): LiveLoad => ({ sockets: 0, subscriptions: 0 });
  new Gauge({ name: 'skein_api_sockets', help: 'Open sockets.', registers, collect() { this.set(look().sockets); } });
  new Gauge({ name: 'skein_api_subscriptions', help: 'Open subscriptions.', registers, collect() { this.set(look().subscriptions); } });
  return {
    watchLive: (how) => { look = how; },
    registry,
    operationSeconds: new Histogram({ name: 'skein_api_operation_seconds', help: 'GraphQL operations by kind and outcome.', labelNames: ['kind', 'outcome'], buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10], registers }),
    commands: new Counter({ name: 'skein_api_commands_total', help: 'Mutations by name and outcome.', labelNames: ['command', 'outcome'], registers }),
    signIns: new Counter({ name: 'skein_api_sign_ins_total', help: 'Sign-ins by outcome.', labelNames: ['outcome'], registers }),
  };
}
