import { type Translation } from '../catalogue.ts';
import { type now as source } from '../en/now.ts';

export const now: Translation<typeof source> = {
  title: '当前',
};
