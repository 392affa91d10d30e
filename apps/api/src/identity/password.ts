import { hash, verify } from '@node-rs/argon2';

// 64 MiB and three passes: about 0.1 s of one core, and expensive to try in parallel.
// Argon2id is the default algorithm of the package; its enum cannot be imported as a value.
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let dummy: Promise<string> | null = null;

/** Takes the same time whether there is a hash or not: who does not exist cannot be told from a wrong password. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password');
  const fits = await verify(passwordHash ?? await dummy, password);
  return fits && passwordHash !== null;
}
