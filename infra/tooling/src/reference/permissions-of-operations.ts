import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workspaceRoot } from '../generated-file.ts';

/**
 * What an operation demands, as its resolver declares it beside its name: a permission, `signed in` or `nobody in particular`.
 * Read from the text, since decorators say it and nothing that can be imported without starting the api.
 */
export async function permissionsOfOperations(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const path of globSync('apps/api/src/**/*.resolver.ts', { cwd: workspaceRoot }).sort()) {
    const text = await readFile(join(workspaceRoot, path), 'utf8');
    for (const [, name = '', kind, permission] of text.matchAll(/@(?:Query|Mutation|Subscription)\('(\w+)'[^\n]*\)\s+(?:@(?!Allow|SignedIn|Public)[^\n]*\s+)*@(Allow|SignedIn|Public)\((?:'([\w:]+)')?\)/gu)) {
      found.set(name, kind === 'Allow' ? `\`${permission ?? ''}\`` : kind === 'SignedIn' ? 'being signed in' : 'nothing');
    }
  }
  return found;
}
