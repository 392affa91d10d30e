import { type ApiLimitCode, apiLimits } from '@skein/core';
import {
  type DocumentNode, type FragmentDefinitionNode, getOperationAST, type GraphQLSchema, Kind, Lexer, type OperationDefinitionNode, parse, Source, TokenKind, validate, visit,
} from 'graphql';
import { badRequest, GraphqlFailure } from './graphql-failure.ts';
import { measureOperation, type OperationSize } from './measure-operation.ts';

/** An operation that may run, as far as its form goes. Who may run it is asked by the guard of each resolver. */
export interface AdmittedOperation {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The one door for documents, over HTTP and WebSocket alike. */
export type Admit = (request: unknown) => AdmittedOperation | readonly GraphqlFailure[];

type Read = { readonly document: DocumentNode } | { readonly problems: readonly GraphqlFailure[] };

const rememberedCharactersMax = 16_384;
const rememberedMax = 500;
const problemsMax = 20;

/** `trusted`: texts of the documents that ship with console and command line, by their SHA-256. */
export function createAdmission(schemaOf: () => GraphQLSchema, trusted: Readonly<Record<string, string>>): Admit {
  const documents = new Map<string, DocumentNode>();
  const texts = new Map(Object.entries(trusted));

  // Parsed and validated once. What strangers make up is forgotten again, oldest first; what ships with Skein stays.
  const read = (text: string, isTrusted: boolean): Read => {
    const known = documents.get(text);
    if (known !== undefined) return { document: known };
    const fresh = readDocument(schemaOf(), text);
    if ('document' in fresh && (isTrusted || text.length <= rememberedCharactersMax)) {
      const oldest = documents.size >= rememberedMax + texts.size ? documents.keys().next().value : undefined;
      if (oldest !== undefined) documents.delete(oldest);
      documents.set(text, fresh.document);
    }
    return fresh;
  };

  return (request) => {
    const asked = readRequest(request);
    if (asked instanceof GraphqlFailure) return [asked];
    const text = asked.documentId === null ? asked.query : texts.get(asked.documentId);
    if (text === undefined || text === null) return [new GraphqlFailure('DOCUMENT_NOT_FOUND', 'this version of Skein ships no document with this id')];
    const found = read(text, asked.documentId !== null);
    if ('problems' in found) return found.problems;
    const { document } = found;
    const operation = getOperationAST(document, asked.operationName) ?? null;
    if (operation === null) return [badRequest('the document has several operations, or none of this name; say which in operationName')];
    const size = sizeOf(schemaOf(), document, operation, asked.variables);
    const over = overShape(size) ?? overCost(size);
    return over === null ? { text, document, operation, operationName: asked.operationName ?? undefined, variables: asked.variables } : [over];
  };
}

interface Asked {
  readonly query: string | null;
  readonly documentId: string | null;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

function readRequest(request: unknown): Asked | GraphqlFailure {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return badRequest('a request is one JSON object; operations are not batched');
  const { query = null, documentId = null, operationName = null, variables = null } = request as Readonly<Record<string, unknown>>;
  if (query !== null && typeof query !== 'string') return badRequest('query is not a text');
  if (documentId !== null && typeof documentId !== 'string') return badRequest('documentId is not a text');
  if (operationName !== null && typeof operationName !== 'string') return badRequest('operationName is not a text');
  if (typeof variables !== 'object' || Array.isArray(variables)) return badRequest('variables is not an object');
  if ((query === null) === (documentId === null)) return badRequest('send either query or documentId');
  return { query, documentId, operationName, variables: (variables ?? {}) as Readonly<Record<string, unknown>> };
}

/** Fields are counted before anything is validated, because comparing fields with each other takes time in the square of their number. */
function readDocument(schema: GraphQLSchema, text: string): Read {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: apiLimits.TOO_MANY_TOKENS.max, noLocation: text.length > rememberedCharactersMax });
  } catch (cause) {
    if (hasMoreTokens(text, apiLimits.TOO_MANY_TOKENS.max)) return { problems: [refused('TOO_MANY_TOKENS', 'the document has more')] };
    return { problems: [badRequest(cause instanceof Error ? cause.message : 'the document cannot be read')] };
  }
  let fields = 0;
  visit(document, { Field() { fields += 1; } });
  if (fields > apiLimits.TOO_MANY_FIELDS.max) return { problems: [refused('TOO_MANY_FIELDS', `the document has ${String(fields)}`)] };
  for (const definition of document.definitions) {
    const over = definition.kind === Kind.OPERATION_DEFINITION ? overShape(sizeOf(schema, document, definition, {})) : null;
    if (over !== null) return { problems: [over] };
  }
  const problems = validate(schema, document, undefined, { maxErrors: problemsMax });
  // Who guesses names gets no help, and the schema itself is for who signed in.
  if (problems.length > 0) return { problems: problems.map((problem) => badRequest(problem.message.replace(/ ?Did you mean .*$/s, ''))) };
  return { document };
}

function sizeOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): OperationSize {
  const fragments = new Map(document.definitions.filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION).map((fragment) => [fragment.name.value, fragment]));
  return measureOperation({ schema, operation, variables, fragment: (name) => fragments.get(name) ?? null });
}

/** The same whatever the variables are. */
function overShape(size: OperationSize): GraphqlFailure | null {
  if (size.depth > apiLimits.TOO_DEEP.max) return refused('TOO_DEEP', 'the operation nests deeper');
  if (size.aliases > apiLimits.TOO_MANY_ALIASES.max) return refused('TOO_MANY_ALIASES', 'the operation has more');
  if (size.fields > apiLimits.TOO_MANY_FIELDS.max) return refused('TOO_MANY_FIELDS', 'the operation selects more');
  return null;
}

function overCost(size: OperationSize): GraphqlFailure | null {
  if (size.page !== null && size.page > apiLimits.PAGE_TOO_LARGE.max) return refused('PAGE_TOO_LARGE', `a page asks for ${String(size.page)}`);
  if (size.cost > apiLimits.TOO_COSTLY.max) return refused('TOO_COSTLY', `the answer may hold ${String(size.cost)}`);
  return null;
}

const refused = (code: ApiLimitCode, what: string): GraphqlFailure => new GraphqlFailure(code, `${what}; at most ${String(apiLimits[code].max)} ${apiLimits[code].unit} are allowed`);

function hasMoreTokens(text: string, max: number): boolean {
  const lexer = new Lexer(new Source(text));
  try {
    for (let count = 0; count <= max; count += 1) if (lexer.advance().kind === TokenKind.EOF) return false;
    return true;
  } catch {
    return false;
  }
}
