import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';
import { readSchema } from './generate-graphql-types.ts';
import { report, workspaceRoot, writeGenerated, type GeneratedFile } from './generated-file.ts';

/** Whoever talks to the api, each with `.graphql` files beside its sources. */
const clients = ['apps/cli', 'apps/console'] as const;

/** What the api knows clients' documents by; it takes `documentId` in place of a text. */
const manifest = 'apps/api/src/generated/trusted-documents.json';

/** Typed documents for each client, and the manifest of all of them for the api. */
export async function generateDocuments(): Promise<GeneratedFile[]> {
  const schema = await readSchema();
  const trusted = new Map<string, string>();
  const files: GeneratedFile[] = [];
  for (const client of clients) {
    const sources = globSync(`${client}/src/**/*.graphql`, { cwd: workspaceRoot }).sort();
    const documents = await Promise.all(sources.map(async (path) => ({ location: path, document: parse(await readFile(join(workspaceRoot, path), 'utf8')) })));
    const filename = `${client}/src/generated/documents.ts`;
    const types = documents.length === 0 ? '' : await codegen({
      filename, schema, documents, plugins: [{ operations: {} }], pluginMap: { operations },
      config: {
        enumsAsTypes: true, skipTypename: true, immutableTypes: true, strictScalars: true, useTypeImports: true,
        scalars: { ID: 'string', DateTime: 'string', JSONObject: 'Readonly<Record<string, unknown>>', Sentence: '{ readonly code: string; readonly values: Readonly<Record<string, unknown>> }' },
        maybeValue: 'T | null', inputMaybeValue: 'T | null | undefined',
      },
    });
    const constants = constantsOf(documents.map(({ document }) => document), trusted);
    const head = `// Made from the .graphql files of ${client} by \`npm run codegen\`: do not edit.\n`;
    files.push({ path: filename, content: `${head}${constants === '' ? 'export {};\n' : `import { type TypedDocument } from '@skein/client';\n\n${types}\n${constants}`}` });
  }
  files.push({ path: manifest, content: `${JSON.stringify(Object.fromEntries([...trusted].sort()), null, 2)}\n` });
  return files;
}

function constantsOf(documents: readonly DocumentNode[], trusted: Map<string, string>): string {
  const definitions = documents.flatMap((document) => document.definitions);
  const fragments = new Map(definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION).map((fragment) => [fragment.name.value, fragment]));
  return definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION).map((operation) => {
    const name = operation.name?.value;
    if (name === undefined) throw new Error(`an operation has no name: ${print(operation).slice(0, 80)}`);
    const text = print({ kind: Kind.DOCUMENT, definitions: [operation, ...fragmentsOf(operation, fragments)] });
    const id = createHash('sha256').update(text).digest('hex');
    trusted.set(id, text);
    const kind = `${operation.operation.charAt(0).toUpperCase()}${operation.operation.slice(1)}`;
    return `export const ${name}Document: TypedDocument<${name}${kind}, ${name}${kind}Variables> = ${JSON.stringify({ id, name, text })};\n`;
  }).join('\n');
}

/** Fragments that an operation uses, also through others, each once. */
function fragmentsOf(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment === undefined) throw new Error(`there is no fragment ${name.value}`);
        if (used.has(name.value)) return;
        used.set(name.value, fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return [...used.values()];
}

if (import.meta.main) report(await writeGenerated(await generateDocuments()));
