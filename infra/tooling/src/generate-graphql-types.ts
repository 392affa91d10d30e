import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import { buildASTSchema, concatAST, type DocumentNode, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { report, workspaceRoot, writeGenerated, type GeneratedFile } from './generated-file.ts';

const folder = 'apps/api/src/generated';

/** The api's schema, from the files that its nouns keep beside their resolvers. */
export async function readSchema(): Promise<DocumentNode> {
  const sources = globSync('apps/api/src/**/*.graphql', { cwd: workspaceRoot }).filter((path) => !path.startsWith(folder)).sort();
  if (sources.length === 0) throw new Error('find the GraphQL schema: no .graphql file under apps/api/src');
  return concatAST(await Promise.all(sources.map(async (path) => parse(await readFile(join(workspaceRoot, path), 'utf8')))));
}

/** The types that resolvers return and take, and the whole schema in one file for clients and reviewers. */
export async function generateGraphqlTypes(): Promise<GeneratedFile[]> {
  const schema = await readSchema();
  const types = await codegen({
    filename: `${folder}/schema-types.ts`,
    schema,
    documents: [],
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      skipTypename: true,
      // A scalar that is not listed here stops the generation, instead of becoming `any`.
      strictScalars: true,
      scalars: { ID: 'string', DateTime: 'string', JSONObject: 'Readonly<Record<string, unknown>>', Sentence: '{ readonly code: string; readonly values: Readonly<Record<string, unknown>> }' },
      maybeValue: 'T | null',
      inputMaybeValue: 'T | null | undefined',
      immutableTypes: true,
      // GraphQL has filled in the defaults before a resolver sees an input.
      avoidOptionals: { field: false, object: false, inputValue: false, defaultValue: true },
    },
  });
  const merged = printSchema(lexicographicSortSchema(buildASTSchema(schema)));
  return [
    { path: `${folder}/schema-types.ts`, content: `// Made from the .graphql files of apps/api by \`npm run codegen\`: do not edit.\n${types}` },
    { path: `${folder}/schema.graphql`, content: `# Made from the .graphql files of apps/api by \`npm run codegen\`: do not edit.\n\n${merged}\n` },
  ];
}

if (import.meta.main) report(await writeGenerated(await generateGraphqlTypes()));
