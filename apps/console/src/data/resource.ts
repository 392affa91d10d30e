import { type TypedDocument } from '@skein/client';

export type Ask = <Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables) => Promise<Result>;
export interface Row { readonly id: string }

export interface ResourceQuery {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort: { readonly field: string; readonly order: 'ASC' | 'DESC' } | null;
  readonly first: number;
  readonly offset: number;
}

/** `total` null: counting would cost more than it is worth; only the next page is known. */
export interface ResourcePage { readonly rows: readonly Row[]; readonly total: number | null; readonly hasNextPage: boolean; readonly offset: number }

/** What react-admin may read of one kind of thing. */
export interface Resource {
  readonly list: (ask: Ask, query: ResourceQuery) => Promise<ResourcePage>;
  readonly one: (ask: Ask, id: string) => Promise<Row | null>;
  readonly many: (ask: Ask, ids: readonly string[]) => Promise<readonly Row[]>;
}
