import { randomUUID } from 'node:crypto';

interface UserError {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** A mutation that the API refused; the message is the API's own. */
export class RefusedByApi extends Error {
  readonly code: string;
  constructor(mutation: string, error: UserError) {
    super(`${mutation} was refused (${error.code}): ${error.message}${error.hint === null ? '' : ` ${error.hint}`}`);
    this.name = 'RefusedByApi';
    this.code = error.code;
  }
}

const attemptsMax = 40;
const retryMilliseconds = 500;

/** Talks to the API as one person would. A request that the API could not take is sent again: every mutation carries a key. */
export class GraphqlClient {
  readonly #url: string;
  readonly #token: string | null;
  constructor(url: string, token: string | null) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(url: string, name: string, password: string): Promise<GraphqlClient> {
    const anonymous = new GraphqlClient(url, null);
    const { signIn } = await anonymous.query<{ signIn: { token: string | null; userErrors: UserError[] } }>(
      'mutation($input: SignInInput!) { signIn(input: $input) { token userErrors { code message hint } } }', { input: { name, password } });
    if (signIn.token === null) throw new RefusedByApi('signIn', signIn.userErrors[0] ?? { code: 'signInFailed', message: 'no token', hint: null });
    return new GraphqlClient(url, signIn.token);
  }

  async query<T>(document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      let retryable = true;
      try {
        const response = await fetch(this.#url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true', ...(this.#token === null ? {} : { authorization: `Bearer ${this.#token}` }) },
          body: JSON.stringify({ query: document, variables }),
        });
        const answer = (await response.json()) as { data?: T; errors?: { message: string; extensions?: { retryable?: boolean } }[] };
        if (answer.errors === undefined && answer.data !== undefined) return answer.data;
        retryable = answer.errors?.some((error) => error.extensions?.retryable === true) ?? response.status >= 500;
        throw new Error(answer.errors?.map((error) => error.message).join('; ') ?? `HTTP ${response.status}`);
      } catch (cause) {
        if (!retryable || attempt >= attemptsMax) throw cause;
        await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
      }
    }
  }

  /** Calls `mutation` with `input` (a key is added when it has none) and returns its `field`; a refusal is thrown. */
  async mutate<T>(mutation: string, inputType: string, input: Readonly<Record<string, unknown>>, selection: string): Promise<T> {
    const document = `mutation($input: ${inputType}!) { ${mutation}(input: $input) { ${selection} userErrors { code message hint } } }`;
    const data = await this.query<Record<string, T & { userErrors: UserError[] }>>(document, { input: { idempotencyKey: randomUUID(), ...input } });
    const payload = data[mutation];
    if (payload === undefined) throw new Error(`${mutation} answered nothing`);
    const [refusal] = payload.userErrors;
    if (refusal !== undefined) throw new RefusedByApi(mutation, refusal);
    return payload;
  }
}
