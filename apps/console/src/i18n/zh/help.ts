import { type Translation } from '../catalogue.ts';
import { type help as source } from '../en/help.ts';

export const help: Translation<typeof source> = {
  title: '帮助',
};
