import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { campaignDocumentSchema } from '@skein/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandFailure } from '../failure/command-failure.ts';
import { toYaml } from '../output/to-yaml.ts';
import { parseDocuments, readDocuments } from './read-documents.ts';

const good = `# a comment
apiVersion: skein/v1
kind: Campaign
metadata:
  name: spring
spec:
  targetProfile: OpenCloudOS 8
  selector: { labels: [{ key: app, value: web }] }
  waves: [{ count: 1 }, { percent: 10 }, { rest: true }]
  gate:
    soakSeconds: 60
`;
const problemsOf = (text: string): readonly string[] => parseDocuments('a.yaml', text, campaignDocumentSchema).problems;

describe('a document', () => {
  it('is read with the places of its parts', () => {
    const { documents, problems } = parseDocuments('a.yaml', good, campaignDocumentSchema);
    expect(problems).toEqual([]);
    expect(documents[0]?.value.metadata).toEqual({ name: 'spring' });
    expect([['spec', 'gate', 'soakSeconds'], ['spec', 'waves', 1], ['spec', 'gate', 'lostMax'], []].map((path) => documents[0]?.where(path))).toEqual(['a.yaml:11:18', 'a.yaml:9:25', 'a.yaml:10:3', 'a.yaml:2:1']);
  });

  it('may stand with others in one file', () => {
    expect(parseDocuments('a.yaml', `${good}---\n${good.replace('spring', 'summer')}---\n`, campaignDocumentSchema).documents.map(({ value }) => value.metadata.name)).toEqual(['spring', 'summer']);
    expect(problemsOf(`---\n# nothing yet\n---\n${good}---\n---\n`)).toEqual([]);
    expect(problemsOf(`${good}---\nnull\n`)).toHaveLength(1);
  });

  it.each([
    ['a word that is not known', good.replace('soakSeconds', 'soakSecond'), 'a.yaml:11:5 spec.gate.soakSecond: there is no "soakSecond" here; did you mean soakSeconds?'],
    ['a number that is text', good.replace('soakSeconds: 60', 'soakSeconds: one hour'), 'a.yaml:11:18 spec.gate.soakSeconds: a whole number is wanted here, not "one hour"'],
    ['a part that is missing', good.replace('  targetProfile: OpenCloudOS 8\n', ''), 'a.yaml:7:3 spec: targetProfile is missing'],
    ['a wave with two sizes', good.replace('{ count: 1 }', '{ count: 1, percent: 5 }'), 'a.yaml:9:11 spec.waves.0: exactly one of count, percent, rest is wanted here'],
    ['another version of the format', good.replace('skein/v1', 'skein/v2'), 'a.yaml:2:13 apiVersion: only "skein/v1" is allowed here, not "skein/v2"'],
    ['a list in the place of an object', good.replace(/gate:[^]*$/, 'gate: [1]\n'), 'a.yaml:10:9 spec.gate: an object is wanted here, not a list'],
    ['a label that is a number', good.replace('value: web', 'value: 7'), 'a.yaml:8:43 spec.selector.labels.0.value: text is wanted here, not 7'],
    ['a key twice', good.replace('kind: Campaign', 'kind: Campaign\nkind: Campaign'), 'a.yaml:4:1 Map keys must be unique'],
    ['no YAML at all', 'spec: [1', 'a.yaml:1:9 Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ['nothing but text', 'hello', 'a.yaml:1:1 an object is wanted here, not "hello"'],
  ])('with %s is refused with its place', (_what, text, problem) => {
    expect(problemsOf(text)[0]).toBe(problem);
  });

  it('that grows without end is refused', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index] ?? ''}`).join(', ')}]`).join('\n')}\n`;
    expect(problemsOf(bomb)[0]).toContain('Excessive alias count');
  });

  it('that is printed is read as the same', () => {
    const value = parseDocuments('a.yaml', good, campaignDocumentSchema).documents[0]?.value;
    expect(parseDocuments('b.yaml', toYaml(value), campaignDocumentSchema).documents[0]?.value).toEqual(value);
  });
});

describe('files', () => {
  let folder: string;
  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'skein-documents-')); });
  afterEach(() => rm(folder, { recursive: true }));
  const none = { readInput: () => Promise.resolve(new TextEncoder().encode(good.replace('spring', 'typed'))) };
  const names = async (paths: readonly string[]): Promise<readonly string[]> => (await readDocuments(paths, campaignDocumentSchema, none)).map(({ value }) => value.metadata.name);

  it('of a folder are read in order, others left alone, and standard input is a dash', async () => {
    await writeFile(join(folder, 'b.yml'), good.replace('spring', 'b'));
    await writeFile(join(folder, 'a.yaml'), good.replace('spring', 'a'));
    await writeFile(join(folder, 'c.json'), JSON.stringify({ apiVersion: 'skein/v1', kind: 'Campaign', metadata: { name: 'c' }, spec: { targetProfile: 'x' } }));
    await writeFile(join(folder, 'README.md'), 'no document');
    expect(await names([folder, '-'])).toEqual(['a', 'b', 'c', 'typed']);
  });

  it('are refused together, with every problem of every file', async () => {
    await writeFile(join(folder, 'a.yaml'), good.replace('kind: Campaign', 'kind: Node'));
    await writeFile(join(folder, 'b.yaml'), good.replace('60', 'x'));
    const refused = await readDocuments([folder], campaignDocumentSchema, none).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CommandFailure);
    expect((refused as CommandFailure).parts.details?.map((line) => line.slice(folder.length + 1))).toEqual(['a.yaml:3:7 kind: only "Campaign" is allowed here, not "Node"', 'b.yaml:11:18 spec.gate.soakSeconds: a whole number is wanted here, not "x"']);
  });

  it('that are not there, or hold nothing, are told of', async () => {
    await expect(names([join(folder, 'missing.yaml')])).rejects.toThrow('missing.yaml');
    await expect(names([folder])).rejects.toThrow('no .yaml');
    await writeFile(join(folder, 'empty.yaml'), '# nothing\n');
    await expect(names([folder])).rejects.toThrow('there is no document');
  });
});
