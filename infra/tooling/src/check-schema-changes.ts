import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AllowedChange, breakingSchemaChanges } from './breaking-schema-changes.ts';
import { workspaceRoot } from './generated-file.ts';

/** The schema of the last release; written anew with each release, and by nothing else. */
const baseline = 'apps/api/schema-baseline.graphql';
const allowedFile = 'apps/api/schema-breaking-changes.json';
const text = (path: string): Promise<string> => readFile(join(workspaceRoot, path), 'utf8');

const allowed = JSON.parse(await text(allowedFile)) as readonly AllowedChange[];
const { breaking, needless } = breakingSchemaChanges(await text(baseline), await text('apps/api/src/generated/schema.graphql'), allowed);
if (breaking.length + needless.length === 0) {
  process.stdout.write('Clients of the last release find everything in the schema that they know.\n');
} else {
  const list = (changes: readonly string[]): string => changes.map((change) => `  ${change}\n`).join('');
  if (breaking.length > 0) process.stderr.write(`The schema breaks clients of the last release (${baseline}):\n${list(breaking)}Keep what was, mark it @deprecated, or allow the change with a reason in ${allowedFile}.\n`);
  if (needless.length > 0) process.stderr.write(`${allowedFile} allows changes that are not made:\n${list(needless)}Remove these lines.\n`);
  process.exitCode = 1;
}
