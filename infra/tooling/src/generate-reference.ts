import { cliReference } from './reference/cli-reference.ts';
import { errorsReference } from './reference/errors-reference.ts';
import { eventsReference } from './reference/events-reference.ts';
import { graphqlReference } from './reference/graphql-reference.ts';
import { preflightReference } from './reference/preflight-reference.ts';
import { report, writeGenerated, type GeneratedFile } from './generated-file.ts';

const folder = 'docs/reference';

/** The reference for operators and scripts, from what the sources say of themselves. */
export async function generateReference(): Promise<GeneratedFile[]> {
  return [
    { path: `${folder}/cli.md`, content: await cliReference() },
    { path: `${folder}/errors.md`, content: await errorsReference() },
    { path: `${folder}/events.md`, content: await eventsReference() },
    { path: `${folder}/graphql.md`, content: await graphqlReference() },
    { path: `${folder}/preflight-checks.md`, content: preflightReference() },
  ];
}

if (import.meta.main) report(await writeGenerated(await generateReference()));
