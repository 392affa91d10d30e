import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { databaseUrlOf, startStack, type Stack } from '@skein/local';
import { largeFleetShape, seedLargeFleet } from '@skein/testkit';
import { freePort } from '../harness/free-port.ts';
import { ConsoleClient } from './console-client.ts';

export interface ConsoleStack {
  readonly stack: Stack;
  readonly database: pg.Client;
  readonly operator: ConsoleClient;
  readonly approver: ConsoleClient;
}

/** A stack of its own whose database holds a fleet of that size, as it is after months of work; it is gone when `use` has ended. */
export async function withConsoleStack<T>(nodes: number, say: (line: string) => void, use: (opened: ConsoleStack) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'skein-bench-'));
  const stack = await startStack({ home, fleet: 'none', ports: { api: await freePort(), worker: await freePort() } });
  try {
    // The seeded nodes exist only as rows: a worker would find nobody where they are said to be, and write that down.
    await stack.stopPart('worker');
    const databaseUrl = await databaseUrlOf(home);
    const { seconds } = await seedLargeFleet(databaseUrl, { ...largeFleetShape, nodes });
    say(`${String(nodes)} nodes are in the database, after ${seconds.toFixed(0)} s`);
    const database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    try {
      const [operator, approver] = [await ConsoleClient.signIn(stack.urls.api, 'operator', stack.people.operator), await ConsoleClient.signIn(stack.urls.api, 'approver', stack.people.approver)];
      // The first reader of a fleet that nobody has read writes its projection; a minute later autovacuum would have looked at it.
      await operator.ask('FleetNow');
      for (const table of ['node_status', 'change_log']) await database.query(`VACUUM ANALYZE ${table}`);
      return await use({ stack, database, operator, approver });
    } finally {
      await database.end();
    }
  } finally {
    await stack.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
