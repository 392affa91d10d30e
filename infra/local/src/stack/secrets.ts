import { randomBytes, randomInt } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { type Home, writeFileWhole } from './home.ts';

export const personNames = ['operator', 'approver', 'admin'] as const;
export type PersonName = (typeof personNames)[number];
/** Sign-in name and role are the same word; the value is the password. */
export type People = Readonly<Record<PersonName, string>>;

export interface Secrets {
  readonly people: People;
  /** Acts as the operator: automation never approves. */
  readonly token: string;
}

/** What the api makes sure of when it boots: these people and this token exist, with these secrets. */
export interface Bootstrap {
  readonly people: readonly { readonly name: PersonName; readonly role: PersonName; readonly password: string }[];
  readonly apiToken: { readonly token: string; readonly owner: PersonName };
}

/** What the api takes for a token: its prefix and 256 random bits. */
const tokenPrefix = 'skein_';
const tokenLengthMin = tokenPrefix.length + 43;

// Without the letters and digits that people confuse when they read a password from a screen.
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

function makePassword(): string {
  const group = () => Array.from({ length: 5 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return [group(), group(), group(), group()].join('-');
}

const readIfThere = async (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

function parsePasswords(text: string): Partial<Record<PersonName, string>> {
  const found: Partial<Record<PersonName, string>> = {};
  for (const line of text.split('\n')) {
    const [name, password] = line.trim().split(/\s+/);
    const person = personNames.find((known) => known === name);
    if (person !== undefined && password !== undefined && password.length >= 12) found[person] = password;
  }
  return found;
}

/** Generated once and kept; a file that somebody edited is read, one that somebody removed is made anew. */
export async function ensureSecrets(home: Home): Promise<Secrets> {
  const known = parsePasswords(await readIfThere(home.passwordsFile));
  const people: People = { operator: known.operator ?? makePassword(), approver: known.approver ?? makePassword(), admin: known.admin ?? makePassword() };
  if (personNames.some((name) => known[name] === undefined)) {
    const lines = personNames.map((name) => `${name.padEnd(10)}${people[name]}`);
    await writeFileWhole(home.passwordsFile, `# Skein: sign-in names and passwords of this installation. Generated; keep this file to yourself.\n${lines.join('\n')}\n`);
  }
  let token = (await readIfThere(home.tokenFile)).trim();
  if (token.length < tokenLengthMin) {
    token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`;
    await writeFileWhole(home.tokenFile, `${token}\n`);
  }
  // Made once and never again: what was encrypted with a lost key stays unreadable, and a new one would only hide that.
  if ((await readIfThere(home.secretKeyFile)).trim() === '') await writeFileWhole(home.secretKeyFile, `${randomBytes(32).toString('hex')}\n`);

  const bootstrap: Bootstrap = {
    people: personNames.map((name) => ({ name, role: name, password: people[name] })),
    apiToken: { token, owner: 'operator' },
  };
  await writeFileWhole(home.bootstrapFile, `${JSON.stringify(bootstrap, null, 2)}\n`);
  for (const path of [home.passwordsFile, home.tokenFile, home.secretKeyFile, home.bootstrapFile]) await chmod(path, 0o600);
  return { people, token };
}

/** A password that stays inside the home, such as PostgreSQL's: hexadecimal, so that it fits into any URL. */
export async function ensureInnerPassword(path: string): Promise<string> {
  const known = (await readIfThere(path)).trim();
  if (known.length >= 32) return known;
  const password = randomBytes(24).toString('hex');
  await writeFileWhole(path, `${password}\n`);
  return password;
}
