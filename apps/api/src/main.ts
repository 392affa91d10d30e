import { type Database, foldNodeStatus, openDatabase } from '@skein/persistence';
import { pino } from 'pino';
import { createApp } from './create-app.ts';
import { bootstrap } from './identity/bootstrap.ts';
import { environmentOfProcess, EnvironmentError } from './platform/environment.ts';
import { createMetrics } from './platform/metrics.ts';
import { persistenceOf } from './platform/persistence.ts';
import { temporalHealth } from './platform/temporal-health.ts';

const log = pino({ name: 'skein-api', redact: ['req.headers.authorization', '*.password', '*.privateKey', '*.token', '*.secret'] });
// Before what runs at once below: a constant further down would not be there yet.
const foldSecondsMax = 60;
const stopSecondsMax = 10;

try {
  await serve();
} catch (cause) {
  if (cause instanceof EnvironmentError) log.fatal({ problems: cause.problems }, 'the configuration is not usable');
  else log.fatal({ err: cause }, 'the api does not start');
  process.exitCode = 1;
}

async function serve(): Promise<void> {
  const environment = environmentOfProcess();
  const database = openDatabase({
    connectionString: environment.databaseUrl, secretKey: environment.secretKey, applicationName: 'skein-api',
    onConnectionLost: (error) => { log.warn({ err: error }, 'a database connection was lost'); },
  });
  const persistence = persistenceOf(database);
  const temporal = temporalHealth(environment.temporalAddress);
  const close = async (): Promise<void> => {
    await temporal.close();
    await database.close();
  };
  try {
    if (environment.bootstrapFile !== null) await bootstrap(environment.bootstrapFile, persistence.identity);
    const app = await createApp({ persistence, log, metrics: createMetrics(() => database.statementsByName()), temporalHealth: temporal, web: environment.web });
    await app.listen(environment.port, environment.host);
    log.info({ address: await app.getUrl() }, 'listening');
    const stopFolding = keepFolded(database);
    stopOnSignal(async () => {
      stopFolding();
      // Nest stops accepting and waits for the requests under way; Apollo drains its own.
      await app.close();
      await close();
    });
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** Who reads folds first; while nobody does, the log of changes would grow, and the first to come back would wait for all of it. */
function keepFolded(database: Database): () => void {
  const fold = (): void => { foldNodeStatus(database).catch((cause: unknown) => { log.warn({ err: cause }, 'the narrow rows of nodes could not be brought up to date'); }); };
  fold();
  const timer = setInterval(fold, foldSecondsMax * 1000);
  return () => { clearInterval(timer); };
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    // A client that never finishes its request must not keep the process; what it asked for is a transaction and simply does not happen.
    setTimeout(() => { process.exit(0); }, stopSecondsMax * 1000).unref();
    stop().then(() => { process.exit(0); }, (cause: unknown) => {
      log.error({ err: cause }, 'stopping failed');
      process.exit(1);
    });
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
