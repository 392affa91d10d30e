import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkJson, type JsonProblem, type JsonSchema } from '@skein/client';
import { type Document, isMap, isNode, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import { usageFailure } from '../failure/command-failure.ts';
import { type CampaignDocumentInput } from '../generated/documents.ts';
import { type Terminal } from '../terminal/terminal.ts';

/** A document, and where in its file its parts stand. */
export interface ReadDocument {
  readonly file: string;
  readonly value: CampaignDocumentInput;
  /** `file:line:column` of a part; of the nearest part around it where there is none. */
  where(path: readonly (string | number)[]): string;
}

const sizeMax = 4 * 1024 * 1024;
const asName = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Reads `-` as standard input, and of a folder its YAML and JSON files in order. */
async function readTexts(paths: readonly string[], terminal: Pick<Terminal, 'readInput'>): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const texts: { file: string; text: string }[] = [];
  for (const path of paths) {
    if (path === '-') {
      texts.push({ file: 'standard input', text: new TextDecoder().decode(await terminal.readInput()) });
      continue;
    }
    const found = await stat(path).catch((cause: unknown) => { throw usageFailure(`${path} cannot be read: ${asName(cause)}`); });
    const files = found.isDirectory() ? (await readdir(path)).filter((name) => /\.(ya?ml|json)$/.test(name)).sort().map((name) => join(path, name)) : [path];
    if (files.length === 0) throw usageFailure(`${path} has no .yaml, .yml or .json file`);
    for (const file of files) {
      if ((await stat(file)).size > sizeMax) throw usageFailure(`${file} is larger than 4 MiB`);
      texts.push({ file, text: await readFile(file, 'utf8') });
    }
  }
  return texts;
}

/** All documents of some files, or everything that is wrong with them, each with file, line, column and path. */
export async function readDocuments(paths: readonly string[], schema: JsonSchema, terminal: Pick<Terminal, 'readInput'>): Promise<readonly ReadDocument[]> {
  const problems: string[] = [];
  const documents: ReadDocument[] = [];
  for (const { file, text } of await readTexts(paths, terminal)) {
    const read = parseDocuments(file, text, schema);
    problems.push(...read.problems);
    documents.push(...read.documents);
  }
  if (problems.length > 0) throw usageFailure(`${problems.length === 1 ? 'a document has a problem' : `the documents have ${String(problems.length)} problems`}, and nothing was changed`, 'Correct what is listed; `skein explain campaign.spec` tells what there is.', problems);
  if (documents.length === 0) throw usageFailure('there is no document in what was given');
  return documents;
}

export function parseDocuments(file: string, text: string, schema: JsonSchema): { readonly documents: readonly ReadDocument[]; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const documents: ReadDocument[] = [];
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  for (const document of 'empty' in parsed ? [] : parsed) {
    // What stands between two separators may be nothing, as templates leave it.
    if (document.errors.length === 0 && (document.contents === null || (isScalar(document.contents) && document.contents.value === null && document.contents.source === ''))) continue;
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) {
      problems.push(...faults.map((fault) => `${placeOf(file, lines, fault.pos[0])} ${fault.message}`));
      continue;
    }
    let value: unknown;
    try {
      value = document.toJS({ maxAliasCount: 100 });
    } catch (cause) {
      problems.push(`${file}: ${asName(cause)}`);
      continue;
    }
    const where = (path: readonly (string | number)[], atKey = false): string => placeOf(file, lines, offsetOf(document, path, atKey));
    const found = checkJson(value, schema);
    problems.push(...found.map((problem) => describe(problem, where)));
    if (found.length === 0) documents.push({ file, value: value as CampaignDocumentInput, where });
  }
  return { documents, problems };
}

const describe = ({ path, atKey, message }: JsonProblem, where: (path: JsonProblem['path'], atKey: boolean) => string): string => `${where(path, atKey)} ${path.length === 0 ? '' : `${path.join('.')}: `}${message}`;

function placeOf(file: string, lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${file}:${String(Math.max(1, line))}:${String(Math.max(1, col))}`;
}

/** Where a part begins; where its key does, when that is asked for or when the value has no place of its own. */
function offsetOf(document: Document, path: readonly (string | number)[], atKey: boolean): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const part = path.slice(0, length);
    const around = length === 0 ? document.contents : document.getIn(part.slice(0, -1), true) ?? document.contents;
    const key = part.at(-1);
    const pair = length > 0 && isMap(around) ? around.items.find((item) => (isScalar(item.key) ? item.key.value === key : item.key === key)) : undefined;
    if (pair !== undefined && (atKey || length < path.length || !isNode(pair.value)) && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
    const node = length === 0 ? document.contents : document.getIn(part, true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}
