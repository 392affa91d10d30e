import { type Command, InvalidArgumentError } from 'commander';
import { moreLine, readPages } from '../connection/read-pages.ts';
import { type ExitCode, exitCodes } from '../failure/exit-code.ts';
import { type AuditFilter, CliAuditDocument, type CliAuditQuery, CliAuditVerifyDocument } from '../generated/documents.ts';
import { act, type Perform, printsData, withLimit } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';

interface ListOptions {
  readonly action?: string;
  readonly actor?: string;
  readonly object?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit: number;
}

export function auditCommands(program: Command, perform: Perform): void {
  const noun = program.command('audit').description('who did what, when and why');
  const list = withLimit(printsData(noun.command('list').description('list events, newest first')), 'events')
    .option('--action <action>', 'such as campaign.halt').option('--actor <name>', 'who did it').option('--object <id>', 'id of the thing it was done to').option('--kind <kind>', 'kind of that thing, such as campaign')
    .option('--from <time>', 'at or after this moment', parseMoment).option('--until <time>', 'before this moment', parseMoment);
  act<[], ListOptions>(list, perform, listEvents);
  act<[], object>(printsData(noun.command('verify').description('recompute the whole chain; exit code 1 when it is broken')), perform, verify);
}

function parseMoment(text: string): string {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new InvalidArgumentError('Give it as 2026-03-01 or 2026-03-01T08:00:00Z.');
  return moment.toISOString();
}

const inOneLine = (value: Readonly<Record<string, unknown>> | null): string | null => (value === null ? null : JSON.stringify(value));

async function listEvents(invocation: Invocation, options: ListOptions): Promise<void> {
  const { action, actor, object: objectId, kind: objectKind, from, until } = options;
  const filter: AuditFilter = { ...(action === undefined ? {} : { action }), ...(actor === undefined ? {} : { actor }), ...(objectId === undefined ? {} : { objectId }), ...(objectKind === undefined ? {} : { objectKind }), ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  const connection = await invocation.connection();
  const list = await readPages(options.limit, async (page) => (await connection.ask(CliAuditDocument, { filter, page })).audit);
  invocation.print<CliAuditQuery['audit']['nodes'][number]>({
    kind: 'AuditEventList', ...list, name: (event) => String(event.seq),
    columns: [
      { header: 'SEQ', text: (event) => event.seq, right: true }, { header: 'AT', text: (event) => event.at }, { header: 'ACTOR', text: (event) => event.actor }, { header: 'VIA', text: (event) => event.via }, { header: 'ACTION', text: (event) => event.action },
      { header: 'OBJECT', text: (event) => `${event.objectKind} ${event.objectId}` }, { header: 'REASON', text: (event) => event.reason }, { header: 'BEFORE', text: (event) => inOneLine(event.before), wide: true }, { header: 'AFTER', text: (event) => inOneLine(event.after), wide: true }, { header: 'HASH', text: (event) => event.hash, wide: true },
    ],
  });
  if (list.items.length === 0) invocation.say('No event matches.');
  const more = moreLine(list);
  if (more !== null) invocation.say(more);
}

async function verify(invocation: Invocation): Promise<ExitCode> {
  const connection = await invocation.connection();
  const { auditVerify } = await connection.ask(CliAuditVerifyDocument, {});
  invocation.print({
    kind: 'AuditVerification', items: [auditVerify], name: (item) => (item.intact ? 'intact' : 'broken'),
    columns: [{ header: 'CHAIN', text: (item) => (item.intact ? '✔ intact' : '✖ broken'), tone: (item) => (item.intact ? 'good' : 'bad') }, { header: 'LINKS', text: (item) => item.checked, right: true }, { header: 'BROKEN AT', text: (item) => item.brokenAt, right: true }, { header: 'FAULT', text: (item) => item.fault }],
  });
  if (auditVerify.intact) return exitCodes.ok;
  invocation.say(`Link ${String(auditVerify.brokenAt ?? 0)} is ${auditVerify.fault ?? 'wrong'}: somebody went past Skein to change what was recorded. Keep the database as it is, and compare it with its backups.`);
  return exitCodes.failed;
}
