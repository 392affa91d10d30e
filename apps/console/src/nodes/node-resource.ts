import { type Resource } from '../data/resource.ts';
import { NodeListDocument, NodePageDocument, type NodeOrderField } from '../generated/documents.ts';

export const nodeResource: Resource = {
  async list(ask, { filter, sort, first, offset }) {
    const { nodes } = await ask(NodeListDocument, { filter, orderBy: sort === null ? null : { field: sort.field as NodeOrderField, direction: sort.order }, page: { first, offset } });
    return { rows: nodes.nodes, total: nodes.totalCount, hasNextPage: nodes.pageInfo.hasNextPage, offset };
  },
  one: async (ask, id) => (await ask(NodePageDocument, { id })).node,
  many: async (ask, ids) => (await ask(NodeListDocument, { filter: { ids: [...ids] }, page: { first: Math.min(200, Math.max(1, ids.length)) } })).nodes.nodes,
};
