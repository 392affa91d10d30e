import { type Connection, connect } from '../connection/connection.ts';
import { type Config, readConfig } from '../context/config-file.ts';
import { type Destination, resolveDestination } from '../context/resolve-connection.ts';
import { drawListing, type Listing, type OutputFormat } from '../output/print-list.ts';
import { type World } from '../world.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly context?: string;
  readonly endpoint?: string;
  readonly debug?: true;
  readonly requestTimeout?: number;
  /** Of commands that print data. */
  readonly output?: OutputFormat;
  readonly headers?: boolean;
}

/** One command being carried out. */
export interface Invocation {
  readonly world: World;
  readonly common: CommonOptions;
  config(): Promise<Config>;
  destination(): Promise<Destination>;
  connection(): Promise<Connection>;
  /** A line for people. */
  say(line: string): void;
  print<Row>(listing: Listing<Row>): void;
}

export function openInvocation(world: World, common: CommonOptions): Invocation {
  let opened: Promise<Connection> | null = null;
  const config = (): Promise<Config> => readConfig(world.environment.configFile);
  const destination = async (): Promise<Destination> => resolveDestination(common, world.environment, await config());
  return {
    world, common, config, destination,
    connection: () => (opened ??= destination().then((to) => connect({ world, destination: to, timeoutSeconds: common.requestTimeout ?? 30, debug: common.debug === true }))),
    say: (line) => { world.terminal.say(line); },
    print: (listing) => {
      for (const line of drawListing(listing, common.output ?? 'table', { paint: world.terminal.paintData, headers: common.headers !== false })) world.terminal.data(line);
    },
  };
}
