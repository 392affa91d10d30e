import { type Translation } from '../catalogue.ts';
import { type audit as source } from '../en/audit.ts';

export const audit: Translation<typeof source> = {
  title: '审计',
};
