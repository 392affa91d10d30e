import { type Translation } from '../catalogue.ts';
import { type nodes as source } from '../en/nodes.ts';

export const nodes: Translation<typeof source> = {
  title: '节点',
};
