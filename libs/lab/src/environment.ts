import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where everything lies that Skein keeps on this machine. */
export const skeinHome: string = process.env['SKEIN_HOME'] ?? fileURLToPath(new URL('../../../.skein', import.meta.url));

/** Images are shared by all labs of a home. */
export const sharedCacheFolder: string = join(skeinHome, 'cache', 'lab');

/** Folders with programs; those of the administrator are left out of an ordinary PATH. */
export const programFolders: readonly string[] = [...new Set([...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/bin', '/sbin', '/bin'])].filter(Boolean);

/** What programs of the machine are started with. */
export const programEnvironment: NodeJS.ProcessEnv = { ...process.env, PATH: programFolders.join(':') };
