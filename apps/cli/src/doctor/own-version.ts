import { readFileSync } from 'node:fs';

/** Version of this command line. */
export const ownVersion = (): { readonly version: string } => JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
