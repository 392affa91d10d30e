import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programEnvironment } from '../environment.ts';
import { runProgram } from '../image/run-program.ts';
import { keyOwners, packageBuilds, type KeyName, type PackageBuild } from './package-table.ts';
import { writeSpecFile } from './spec-file.ts';

/** All repositories of the lab and the public keys they are signed with. */
export interface Universe {
  /** Changes whenever it is built again, because the keys do. */
  readonly id: string;
  /** `repos/` is what the mirror serves; `keys/<name>.asc` are the public keys. */
  readonly folder: string;
}

const format = 1;
const keyNames = Object.keys(keyOwners) as KeyName[];

/** Builds the RPM universe below `cache`, or finds it there. Takes some five seconds the first time. */
export async function ensureUniverse(cache: string): Promise<Universe> {
  const blank = Object.fromEntries(keyNames.map((name) => [name, ''])) as Record<KeyName, string>;
  const wanted = createHash('sha256').update(JSON.stringify([format, packageBuilds(blank)])).digest('hex').slice(0, 12);
  const folder = join(cache, `rpm-${wanted}`);
  if (!existsSync(join(folder, 'id'))) {
    const building = `${folder}.${process.pid}.building`;
    rmSync(building, { recursive: true, force: true });
    try {
      await buildUniverse(building);
      // Two builders may race; whoever renames first wins, and both use that one.
      try { renameSync(building, folder); } catch (error) { if (!existsSync(join(folder, 'id'))) throw error; }
    } finally {
      rmSync(building, { recursive: true, force: true });
    }
  }
  return { id: readFileSync(join(folder, 'id'), 'utf8'), folder };
}

async function buildUniverse(folder: string): Promise<void> {
  mkdirSync(join(folder, 'keys'), { recursive: true });
  // gpg-agent's socket needs a short path.
  const keyring = mkdtempSync(join(tmpdir(), 'labkey-'));
  const environment = { ...programEnvironment, GNUPGHOME: keyring };
  try {
    const publicKeys = {} as Record<KeyName, string>;
    for (const name of keyNames) {
      await runProgram('gpg', ['--batch', '--quiet', '--passphrase', '', '--pinentry-mode', 'loopback', '--quick-gen-key', keyOwners[name], 'rsa2048', 'sign', 'never'], { environment });
      publicKeys[name] = (await runProgram('gpg', ['--batch', '--armor', '--export', keyOwners[name]], { environment })).stdout;
      writeFileSync(join(folder, 'keys', `${name}.asc`), publicKeys[name]);
    }
    const queue = [...packageBuilds(publicKeys)];
    const work = async (): Promise<void> => {
      for (let build = queue.shift(); build !== undefined; build = queue.shift()) await buildPackages(folder, build, environment);
    };
    await Promise.all([work(), work()]);
    rmSync(join(folder, 'build'), { recursive: true, force: true });
    writeFileSync(join(folder, 'id'), randomUUID());
  } finally {
    await runProgram('gpgconf', ['--kill', 'all'], { environment }).catch(() => undefined);
    rmSync(keyring, { recursive: true, force: true });
  }
}

async function buildPackages(folder: string, build: PackageBuild, environment: NodeJS.ProcessEnv): Promise<void> {
  const work = join(folder, 'build', build.id);
  mkdirSync(work, { recursive: true });
  const spec = writeSpecFile(work, build);
  await runProgram('rpmbuild', ['-bb', '--nodeps', '--quiet', '--target', 'x86_64-redhat-linux', '--define', `_topdir ${work}`,
    '--define', `_dbpath ${work}/db`, '--define', `_rpmdir ${work}/out`, '--define', '_buildhost lab', spec], { environment });
  const repositoryOf = new Map(build.packages.map((rpm) => [rpm.name, rpm.repository ?? build.repository]));
  const files: string[] = [];
  for (const architecture of readdirSync(join(work, 'out'))) {
    for (const file of readdirSync(join(work, 'out', architecture))) {
      const repository = repositoryOf.get(file.replace(/-[^-]+-[^-]+$/, ''));
      if (repository === undefined) throw new Error(`no repository for ${file}`);
      const target = join(folder, 'repos', repository);
      mkdirSync(target, { recursive: true });
      renameSync(join(work, 'out', architecture, file), join(target, file));
      files.push(join(target, file));
    }
  }
  if (build.key !== null) {
    await runProgram('rpmsign', ['--define', `_gpg_name ${keyOwners[build.key]}`, '--define', '__gpg /usr/bin/gpg',
      '--define', '_gpg_sign_cmd_extra_args --batch --pinentry-mode loopback', '--addsign', ...files], { environment });
  }
  for (const repository of new Set(repositoryOf.values())) {
    await runProgram('createrepo_c', ['-q', '--no-database', '--simple-md-filenames', join(folder, 'repos', repository)]);
  }
}
