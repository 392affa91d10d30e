import { type Command, InvalidArgumentError } from 'commander';
import { type Connection } from '../connection/connection.ts';
import { accepted, CommandFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { CliTokenCreateDocument, type CliTokenFragment, CliTokenRevokeDocument, CliTokensDocument } from '../generated/documents.ts';
import { confirmChange } from '../invocation/confirm-change.ts';
import { act, type ChangeOptions, changesThings, parsePositive, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { relativeTime } from '../output/describe-time.ts';
import { type Column } from '../output/draw-table.ts';

interface CreateOptions extends ChangeOptions {
  readonly expiresInDays: number;
}

export function tokenCommands(program: Command, perform: Perform): void {
  const noun = program.command('token').description('API tokens for automation; they do what their owner may, except approving');
  act<[], object>(printsData(noun.command('list').description('list tokens: your own, and everybody\'s for admins')), perform, listTokens);
  const create = changesThings(printsData(noun.command('create').description('make a token; its secret is printed once, on standard output').argument('<name>', 'what it is for')), { reason: false, counts: false })
    .option('--expires-in-days <days>', 'days until it ends, 1 to 365', parseDays, 90).addHelpText('after', '\n  skein token create nightly-import --yes > token.txt && chmod 600 token.txt\nWith -o json the secret is the field `secret`.');
  act<[string], CreateOptions>(create, perform, createToken);
  act<[string], ChangeOptions>(changesThings(printsData(noun.command('revoke').description('stop a token from being accepted, at once').argument('<token>', 'name or id')), { reason: false, counts: false }), perform, revokeToken);
}

function parseDays(text: string): number {
  const days = parsePositive(text);
  if (days > 365) throw new InvalidArgumentError('At most 365 days are allowed.');
  return days;
}

const tokenColumns = (now: number): readonly Column<CliTokenFragment>[] => [
  { header: 'NAME', text: (token) => token.name }, { header: 'OWNER', text: (token) => token.owner.name },
  { header: 'STATE', text: (token) => (token.revokedAt !== null ? 'revoked' : token.expiresAt !== null && Date.parse(token.expiresAt) < now ? 'ended' : 'in force') },
  { header: 'ENDS', text: (token) => relativeTime(token.expiresAt, now) ?? 'never' }, { header: 'LAST USED', text: (token) => relativeTime(token.lastUsedAt, now) ?? 'never' }, { header: 'MADE', text: (token) => relativeTime(token.createdAt, now), wide: true }, { header: 'ID', text: (token) => token.id, wide: true },
];

async function listTokens(invocation: Invocation): Promise<void> {
  const connection = await invocation.connection();
  const { tokens } = await connection.ask(CliTokensDocument, {});
  invocation.print({ kind: 'ApiTokenList', items: tokens, columns: tokenColumns(invocation.world.now()), name: (token) => token.name });
  if (tokens.length === 0) invocation.say('There are no tokens.');
}

async function createToken(invocation: Invocation, options: CreateOptions, name: string): Promise<void> {
  const confirmed = await confirmChange(invocation, options, { what: `make the API token ${JSON.stringify(name)}, which ends in ${String(options.expiresInDays)} days`, nodes: null, details: ['Whoever has its secret may do what you may, except approving.'] });
  if (confirmed === null) return;
  const connection = await invocation.connection();
  const { tokenCreate } = await connection.change(CliTokenCreateDocument, { name, expiresInDays: options.expiresInDays }, options);
  const { apiToken, secret } = accepted(tokenCreate);
  if (apiToken === null) throw new Error('the api made a token and did not name it');
  const { output } = invocation.common;
  if (output === undefined || output === 'table' || output === 'wide') {
    if (secret !== null) invocation.world.terminal.data(secret);
  } else invocation.print({ kind: 'ApiToken', items: [{ ...apiToken, secret }], columns: tokenColumns(invocation.world.now()), name: (token) => token.name });
  if (secret === null) invocation.say('The token was made by an earlier try with the same key, and its secret was in that answer only. If it was lost, revoke it and make another.');
  else invocation.say(`Made ${apiToken.name} (${apiToken.id})${apiToken.expiresAt === null ? '' : `, which ends at ${apiToken.expiresAt}`}. The secret is shown only now.`);
}

async function revokeToken(invocation: Invocation, options: ChangeOptions, name: string): Promise<void> {
  const connection = await invocation.connection();
  const token = await findToken(connection, name);
  const confirmed = await confirmChange(invocation, options, { what: `revoke the API token ${JSON.stringify(token.name)} of ${token.owner.name}`, nodes: null, details: [`Last used: ${token.lastUsedAt ?? 'never'}.`] });
  if (confirmed === null) return;
  const { tokenRevoke } = await connection.change(CliTokenRevokeDocument, { tokenId: token.id }, options);
  const { apiToken } = accepted(tokenRevoke);
  if (apiToken !== null) invocation.print({ kind: 'ApiToken', items: [apiToken], columns: tokenColumns(invocation.world.now()), name: (item) => item.name });
}

async function findToken(connection: Connection, name: string): Promise<CliTokenFragment> {
  const { tokens } = await connection.ask(CliTokensDocument, {});
  const byId = tokens.find((token) => token.id === name);
  if (byId !== undefined) return byId;
  const named = tokens.filter((token) => token.name === name);
  const inForce = named.filter((token) => token.revokedAt === null);
  const [only] = inForce.length > 0 ? inForce : named;
  if (only === undefined) throw new CommandFailure(`there is no token ${JSON.stringify(name)}`, { exitCode: exitCodes.notFound, code: 'tokenNotFound', hint: '`skein token list` shows what there is.' });
  if (inForce.length > 1) throw new CommandFailure(`several tokens are called ${JSON.stringify(name)}`, { exitCode: exitCodes.notFound, code: 'nameIsAmbiguous', details: inForce.map((token) => `${token.id}  ${token.owner.name}`), hint: 'Give the id of one.' });
  return only;
}
