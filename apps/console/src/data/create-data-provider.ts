import { type Api, ApiError, type TypedDocument } from '@skein/client';
import { type DataProvider, type GetListParams, HttpError, type RaRecord } from 'ra-core';
import { httpErrorOf } from './http-error-of.ts';
import { offsetMax } from './read-page.ts';
import { type Ask, type Resource, type ResourcePage } from './resource.ts';
import { resources } from './resources.ts';

export interface ConsoleDataProvider extends DataProvider {
  /** A verb is no create, update or delete: it is named, and its answer carries refusals. */
  call<Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables): Promise<Result>;
}

/** react-admin's door to the api: lists and records of the resources that have a file each; everything that changes goes through verbs. */
export function createDataProvider(api: Api): ConsoleDataProvider {
  const asking = (signal: AbortSignal | undefined): Ask => async (document, variables) => api.request(document, variables, { signal }).catch((error: unknown) => {
    throw error instanceof ApiError ? httpErrorOf(error) : error;
  });
  const known = (name: string): Resource => {
    const resource = resources[name];
    if (resource === undefined) throw new Error(`there is no resource ${name}`);
    return resource;
  };
  const notAVerb = async (): Promise<never> => { throw new Error('what changes is a verb: use useVerb'); };
  const pageOf = (page: ResourcePage) => ({ data: page.rows as RaRecord[] as never[], ...(page.total === null ? {} : { total: page.total }), ...(page.total === null ? { pageInfo: { hasNextPage: page.hasNextPage, hasPreviousPage: page.offset > 0 } } : {}) });
  const list = (name: string, params: Partial<GetListParams> & { readonly signal?: AbortSignal }) => {
    const { page = 1, perPage = 50 } = params.pagination ?? {};
    const sort = params.sort === undefined || params.sort.field === 'id' ? null : params.sort;
    return known(name).list(asking(params.signal), { filter: (params.filter ?? {}) as Readonly<Record<string, unknown>>, sort, first: Math.min(perPage, 200), offset: Math.min((page - 1) * perPage, offsetMax) });
  };
  return {
    supportAbortSignal: true,
    getList: async (name, params) => pageOf(await list(name, params)),
    getManyReference: async (name, params) => pageOf(await list(name, { ...params, filter: { ...(params.filter as object), [params.target]: params.id } })),
    getOne: async (name, params) => {
      const row = await known(name).one(asking(params.signal), String(params.id));
      if (row === null) throw new HttpError(`there is no such record in ${name}`, 404, { code: 'NOT_FOUND' });
      return { data: row as never };
    },
    getMany: async (name, params) => ({ data: await known(name).many(asking(params.signal), params.ids.map(String)) as never[] }),
    create: notAVerb, update: notAVerb, updateMany: notAVerb, delete: notAVerb, deleteMany: notAVerb,
    call: (document, variables) => asking(undefined)(document, variables),
  };
}
