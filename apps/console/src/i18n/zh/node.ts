import { type Translation } from '../catalogue.ts';
import { type node as source } from '../en/node.ts';

export const node: Translation<typeof source> = {
  title: '节点',
};
