import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));
const texts = JSON.parse(readFileSync(join(repositoryRoot, 'apps/api/src/generated/trusted-documents.json'), 'utf8')) as Readonly<Record<string, string>>;
/** The documents that console and command line ship with, by their names. */
const documentIds = new Map(Object.entries(texts).flatMap(([id, text]) => {
  const name = /^(?:query|mutation) (\w+)/.exec(text)?.[1];
  return name === undefined ? [] : [[name, id] as const];
}));

export interface Answer {
  readonly milliseconds: number;
  /** What came over the wire, packed. */
  readonly bytes: number;
  readonly codes: readonly string[];
}

/** Asks as a browser does whose person has signed in: by the session's cookie, and for documents that ship with the console. */
export class ConsoleClient {
  readonly #url: string;
  readonly #cookie: string;
  private constructor(url: string, cookie: string) {
    this.#url = url;
    this.#cookie = cookie;
  }

  static async signIn(apiUrl: string, name: string, password: string): Promise<ConsoleClient> {
    const url = `${apiUrl}/graphql`;
    const answer = await fetch(url, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-skein-csrf': '1' },
      body: JSON.stringify({ query: 'mutation($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }', variables: { input: { name, password, carrier: 'COOKIE' } } }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie === undefined) throw new Error(`${name} cannot sign in: ${await answer.text()}`);
    return new ConsoleClient(url, cookie);
  }

  /** By the name of a shipped document; throws unless it is answered. */
  async ask(document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const documentId = documentIds.get(document);
    if (documentId === undefined) throw new Error(`no document of the console is called ${document}`);
    const answer = await this.send(JSON.stringify({ documentId, operationName: document, variables }));
    if (answer.codes.length > 0) throw new Error(`${document} was answered with ${answer.codes.join(', ')}`);
    return answer;
  }

  /** Time until the last byte is there and read. */
  async send(body: string): Promise<Answer> {
    const began = performance.now();
    const answer = await fetch(this.#url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-skein-csrf': '1', 'accept-encoding': 'gzip', cookie: this.#cookie }, body });
    const { errors } = (await answer.json()) as { readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[] };
    const milliseconds = performance.now() - began;
    return { milliseconds, bytes: Number(answer.headers.get('content-length') ?? Number.NaN), codes: (errors ?? []).map(({ extensions }) => extensions?.code ?? `HTTP ${String(answer.status)}`) };
  }
}
