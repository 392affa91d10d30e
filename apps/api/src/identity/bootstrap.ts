import { readFile } from 'node:fs/promises';
import { isRefusal, type Principal, type Role } from '@skein/core';
import { type IdentityStore, type Person } from '@skein/persistence';
import { bearerTokenOf, bearerTokenSha256 } from './bearer-token.ts';
import { hashPassword, passwordFits } from './password.ts';

/** Who an installation begins with. The file is made by whoever installs, with passwords of its own; there is no default. */
export interface BootstrapDocument {
  readonly people: readonly { readonly name: string; readonly role: Role; readonly password: string }[];
  readonly apiToken: { readonly token: string; readonly owner: string } | null;
}

const passwordLengthMin = 12;
const roles: readonly string[] = ['viewer', 'operator', 'approver', 'admin'] satisfies Role[];

/** Makes sure that the people and the token of the file exist; what fits already is left alone. Throws when the file is not usable. */
export async function bootstrap(path: string, identity: IdentityStore): Promise<void> {
  const document = parseBootstrap(await readFile(path, 'utf8'));
  const people = new Map<string, Person | null>();
  for (const wanted of document.people) people.set(wanted.name, await ensurePerson(wanted, identity));
  if (document.apiToken !== null) await ensureToken(document.apiToken, people, identity);
}

async function ensurePerson(wanted: BootstrapDocument['people'][number], identity: IdentityStore): Promise<Person | null> {
  const found = await identity.personByName(wanted.name);
  // Whoever changed a password or a role since would otherwise find it undone by the next start.
  if (await identity.isKeptByPeople(wanted.name)) return found;
  const fits = found !== null && found.role === wanted.role && await passwordFits(found.passwordHash, wanted.password);
  return fits ? found : identity.savePerson({ name: wanted.name, role: wanted.role, passwordHash: await hashPassword(wanted.password) });
}

async function ensureToken(wanted: { readonly token: string; readonly owner: string }, people: ReadonlyMap<string, Person | null>, identity: IdentityStore): Promise<void> {
  const tokenSha256 = bearerTokenSha256(wanted.token);
  if (await identity.principalByToken(tokenSha256) !== null) return;
  const owner = people.get(wanted.owner) ?? await identity.personByName(wanted.owner);
  if (owner === null) throw new Error(`the bootstrap token belongs to ${wanted.owner}, who does not exist or is switched off`);
  const principal: Principal = { personId: owner.personId, name: owner.name, role: owner.role, via: 'session' };
  // Named after its own digest: another token in the file is another name, and the old one stays revocable.
  const name = `bootstrap ${Buffer.from(tokenSha256).toString('hex', 0, 6)}`;
  const answer = await identity.createApiToken({ principal, idempotencyKey: name.replace(' ', '-'), reason: 'installation', ownerId: owner.personId, name, tokenSha256, expiresInDays: 365 });
  if (isRefusal(answer)) throw new Error(`make the bootstrap token: ${answer.message}`);
}

export function parseBootstrap(text: string): BootstrapDocument {
  const document = asRecord(parseJson(text), 'the bootstrap file');
  // Whoever misspells a key would wonder why nobody can sign in.
  const unknown = Object.keys(document).filter((key) => !['people', 'apiToken'].includes(key));
  if (unknown.length > 0) throw new Error(`the bootstrap file has ${unknown.join(', ')}; it knows people and apiToken`);
  const people = document['people'];
  if (!Array.isArray(people)) throw new Error('people of the bootstrap file is not an array');
  const token = document['apiToken'];
  return { people: people.map(readPerson), apiToken: token === undefined || token === null ? null : readToken(asRecord(token, 'apiToken')) };
}

function readPerson(value: unknown, index: number): BootstrapDocument['people'][number] {
  const person = asRecord(value, `people[${String(index)}]`);
  const { name, role, password } = { name: person['name'], role: person['role'], password: person['password'] };
  if (typeof name !== 'string' || !/^[a-z][a-z0-9._-]{0,62}$/.test(name)) throw new Error(`people[${String(index)}].name is not a name in lower case`);
  if (typeof role !== 'string' || !isRole(role)) throw new Error(`people[${String(index)}].role is none of ${roles.join(', ')}`);
  if (typeof password !== 'string' || password.length < passwordLengthMin) throw new Error(`people[${String(index)}].password has fewer than ${String(passwordLengthMin)} characters`);
  return { name, role, password };
}

function readToken(value: Readonly<Record<string, unknown>>): { readonly token: string; readonly owner: string } {
  const { token, owner } = { token: value['token'], owner: value['owner'] };
  if (typeof token !== 'string' || bearerTokenOf(`Bearer ${token}`) === null) throw new Error('apiToken.token is not a token: skein_ and at least 43 random characters');
  if (token.length < 'skein_'.length + 43) throw new Error('apiToken.token has fewer than 256 random bits');
  if (typeof owner !== 'string') throw new Error('apiToken.owner is missing');
  return { token, owner };
}

// The parser's own message quotes the text around the mistake, and here that may be a password.
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('the bootstrap file is not JSON');
  }
}

const isRole = (text: string): text is Role => roles.includes(text);

function asRecord(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${name} is not an object`);
  return value as Readonly<Record<string, unknown>>;
}
