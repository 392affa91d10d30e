import { type Command } from 'commander';
import { ApiError } from '@skein/client';
import { CommandFailure } from '../failure/command-failure.ts';
import { type ExitCode, exitCodes } from '../failure/exit-code.ts';
import { CliDoctorDocument, type CliDoctorQuery, CliHealthDocument, type CliHealthQuery } from '../generated/documents.ts';
import { act, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { describeSeconds, relativeTime } from '../output/describe-time.ts';
import { ownVersion } from './own-version.ts';
import { readCertificate } from './read-certificate.ts';

export interface Check {
  readonly check: string;
  readonly result: 'ok' | 'warning' | 'failed';
  readonly message: string;
  /** What to do; null when it is good. */
  readonly next: string | null;
}

const skewSecondsMax = 30;
const tokenDaysSoon = 7;
const certificateDaysSoon = 14;
const daySeconds = 86_400;
const good = (check: string, message: string): Check => ({ check, result: 'ok', message, next: null });
const warning = (check: string, message: string, next: string): Check => ({ check, result: 'warning', message, next });
const failed = (check: string, message: string, next: string): Check => ({ check, result: 'failed', message, next });

export function doctorCommand(program: Command, perform: Perform): void {
  const command = printsData(program.command('doctor').description('check the way to the control plane, and what it needs to work'))
    .addHelpText('after', '\nChecks endpoint, TLS, clocks, versions, sign-in and its end, database, Temporal, and whether each site is watched. Exit code 1 when something failed.');
  act<[], object>(command, perform, doctor);
}

async function doctor(invocation: Invocation): Promise<ExitCode> {
  const checks = await examine(invocation);
  const marks = { ok: '✔', warning: '▲', failed: '✖' } as const;
  invocation.print({
    kind: 'CheckList', items: checks, name: (check) => `${check.check}: ${check.result}`,
    columns: [
      { header: 'CHECK', text: (check) => check.check }, { header: 'RESULT', text: (check) => `${marks[check.result]} ${check.result}`, tone: (check) => (check.result === 'ok' ? 'good' : check.result === 'warning' ? 'warn' : 'bad') },
      { header: 'WHAT', text: (check) => check.message }, { header: 'NEXT', text: (check) => check.next },
    ],
  });
  return checks.some(({ result }) => result === 'failed') ? exitCodes.failed : exitCodes.ok;
}

async function examine(invocation: Invocation): Promise<readonly Check[]> {
  const { world } = invocation;
  const destination = await invocation.destination();
  const from = destination.context === null ? 'flags or environment' : `context ${destination.context.name}`;
  const connection = await invocation.connection();
  const checks: Check[] = [await checkCertificate(destination.endpoint, world.now())];
  const begun = world.now();
  let health: CliHealthQuery['health'];
  try {
    ({ health } = await connection.ask(CliHealthDocument, {}));
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind === 'aborted') throw error;
    return [failed('endpoint', `${destination.endpoint} (${from}): ${error.message}`, error.kind === 'network' ? 'Check the address, the network and whether the api runs.' : 'Something else than Skein\'s api, or another version of it, answers there.'), ...checks];
  }
  const now = world.now();
  checks.unshift(good('endpoint', `${destination.endpoint} (${from}) answered in ${String(now - begun)} ms`));
  checks.push(...judgeHealth(health, (begun + now) / 2), ...await checkSignIn(invocation));
  return checks;
}

/** What the control plane says of itself; `askedAt` is the middle of asking, in milliseconds. */
export function judgeHealth(health: CliHealthQuery['health'], askedAt: number): readonly Check[] {
  const { version } = ownVersion();
  const same = version.split('.').slice(0, 2).join('.') === health.version.split('.').slice(0, 2).join('.');
  const skew = health.now === null ? null : Math.abs(Date.parse(health.now) - askedAt) / 1000;
  return [
    skew === null ? failed('clock', 'the database did not tell its time', 'See database.')
      : skew > skewSecondsMax ? warning('clock', `this machine and the database differ by ${describeSeconds(skew)}`, 'Let both take their time from NTP: relative times printed here are off by as much.') : good('clock', `differs from the database by ${String(Math.round(skew * 10) / 10)} s`),
    same ? good('version', `${version} here, ${health.version} there`) : warning('version', `${version} here, ${health.version} there`, 'Install the command line of the control plane\'s version: documents of another version may be unknown there.'),
    health.database ? good('database', 'PostgreSQL answers') : failed('database', 'PostgreSQL does not answer: nothing can be decided, and no node starts', 'Bring it back; nodes under change go on and are watched again afterwards.'),
    health.temporal ? good('temporal', 'Temporal answers') : warning('temporal', 'Temporal does not answer: commands are accepted, halting holds at once, and nothing else moves', 'Bring it back; everything goes on where it was.'),
  ];
}

async function checkSignIn(invocation: Invocation): Promise<readonly Check[]> {
  const connection = await invocation.connection();
  const { destination } = connection;
  if (destination.token === null) return [failed('sign-in', 'nobody is signed in', 'skein login, or set SKEIN_TOKEN.')];
  try {
    return judgeSignIn(await connection.ask(CliDoctorDocument, {}), { now: invocation.world.now(), tokenFrom: destination.tokenFrom, tokenEnds: destination.tokenFrom === 'context' ? destination.context?.expiresAt ?? null : null });
  } catch (error) {
    if (error instanceof CommandFailure || !(error instanceof ApiError) || error.kind === 'aborted') throw error;
    return [failed('sign-in', error.message, error.code === 'UNAUTHENTICATED' ? 'The session or token has ended: skein login, or set SKEIN_TOKEN to another.' : `The control plane answered ${error.code}${error.correlationId === null ? '' : `; its log has more under ${error.correlationId}`}.`)];
  }
}

/** Who asks, until when, and whether the sites are watched. */
export function judgeSignIn(found: CliDoctorQuery, { now, tokenFrom, tokenEnds }: { readonly now: number; readonly tokenFrom: 'environment' | 'context' | null; readonly tokenEnds: string | null }): readonly Check[] {
  const { me, sites } = found;
  const checks = [good('sign-in', `${me.person.name}, ${me.person.role.toLowerCase()}, by ${me.via === 'TOKEN' ? 'API token' : 'session'}${tokenFrom === 'environment' ? ' from SKEIN_TOKEN' : ''}`)];
  const session = found.sessions.find(({ current }) => current)?.expiresAt ?? (me.via === 'SESSION' ? tokenEnds : null);
  if (me.via === 'SESSION' && session !== null) checks.push(Date.parse(session) - now < 3_600_000 ? warning('session', `ends ${relativeTime(session, now) ?? 'soon'}`, 'skein login renews it.') : good('session', `ends ${relativeTime(session, now) ?? ''}`));
  const soon = found.tokens.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt !== null && Date.parse(expiresAt) > now && Date.parse(expiresAt) - now < tokenDaysSoon * daySeconds * 1000);
  for (const token of soon) checks.push(warning('token', `${token.name} ends ${relativeTime(token.expiresAt, now) ?? 'soon'}`, 'skein token create makes its successor; then put that where the old one is.'));
  if (soon.length === 0) checks.push(good('token', `no token in force ends within ${String(tokenDaysSoon)} days`));
  for (const site of sites) {
    checks.push(site.unattended ? failed(`site ${site.name}`, `nobody can watch its ${String(site.nodeCount)} nodes, ${relativeTime(site.unattendedSince, now) ?? 'never yet'}`, 'Check its worker, its way in and its control nodes. Nothing is granted there and no deadline runs.') : good(`site ${site.name}`, `watched, ${String(site.nodeCount)} nodes`));
  }
  if (sites.length === 0) checks.push(warning('sites', 'there are none', 'skein site save makes one.'));
  return checks;
}

async function checkCertificate(endpoint: string, now: number): Promise<Check> {
  const url = new URL(endpoint);
  if (url.protocol === 'http:') return good('tls', 'not used: the endpoint is on this machine, or SKEIN_ALLOW_HTTP says that the network is yours');
  const found = await readCertificate(url);
  if ('problem' in found) return failed('tls', found.problem, 'Correct the certificate; for an authority of your own set NODE_EXTRA_CA_CERTS.');
  const seconds = (found.validTo - now) / 1000;
  return seconds < certificateDaysSoon * daySeconds ? warning('tls', `the certificate of ${url.host} ends ${relativeTime(new Date(found.validTo).toISOString(), now) ?? 'soon'}`, 'Renew it.') : good('tls', `${found.protocol}, the certificate ends in ${describeSeconds(seconds)}`);
}
