import { helpIndex } from './documents/help-index.ts';
import { generateDatabaseTypes } from './generate-database-types.ts';
import { generateDocumentSchema } from './generate-document-schema.ts';
import { generateDocuments } from './generate-documents.ts';
import { generateGraphqlTypes } from './generate-graphql-types.ts';
import { generateReference } from './generate-reference.ts';
import { report, writeGenerated, type GeneratedFile } from './generated-file.ts';

/** Everything that is generated and committed. What is built and not committed (the workflow bundle) is not among it. */
export async function generateAll(): Promise<GeneratedFile[]> {
  const reference = await generateReference();
  return [
    ...(await generateDatabaseTypes()), ...(await generateGraphqlTypes()), ...(await generateDocuments()), ...(await generateDocumentSchema()),
    ...reference,
    await helpIndex(reference),
  ];
}

if (import.meta.main) report(await writeGenerated(await generateAll()));
