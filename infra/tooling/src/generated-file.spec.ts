import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateGraphqlTypes } from './generate-graphql-types.ts';
import { staleFiles, workspaceRoot } from './generated-file.ts';

describe('a generated file', () => {
  it('is stale when what is committed differs by one character', async () => {
    const content = await readFile(join(workspaceRoot, 'nx.json'), 'utf8');
    await expect(staleFiles([{ path: 'nx.json', content }])).resolves.toEqual([]);
    await expect(staleFiles([{ path: 'nx.json', content: `${content} ` }])).resolves.toHaveLength(1);
  });

  it('is stale when nobody has committed it', async () => {
    await expect(staleFiles([{ path: 'apps/api/src/generated/never.ts', content: '' }])).resolves.toHaveLength(1);
  });

  it('of the GraphQL schema comes out alike twice, and holds no any', async () => {
    const [first, second] = [await generateGraphqlTypes(), await generateGraphqlTypes()];
    expect(first).toEqual(second);
    expect(first[0]?.content).not.toMatch(/: any\b/);
  });
});
