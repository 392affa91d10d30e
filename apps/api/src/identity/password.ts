import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// 64 MiB and three passes: about 0.1 s of one core, and expensive to try in parallel.
// Argon2id is the default algorithm of the package; its enum cannot be imported as a value.
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
// A flood of sign-ins must leave threads of the process to everything else that runs on them, and memory too.
const hashedAtOnceMax = 2;

export const passwordLengthMin = 12;
export const passwordLengthMax = 1024;

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

let dummy: Promise<string> | null = null;

/** Takes the same time whether there is a hash or not: who does not exist cannot be told from a wrong password. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password');
  const compared = passwordHash ?? await dummy;
  const fits = await inTurn(() => verify(compared, password));
  return fits && passwordHash !== null;
}

// Without letters and digits that look like others: it is read off a screen, and typed once.
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** 100 random bits in five groups. */
export const newFirstPassword = (): string => Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => alphabet.charAt(randomInt(alphabet.length))).join('')).join('-');

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= hashedAtOnceMax) await new Promise<void>((resolve) => { waiting.push(resolve); });
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
