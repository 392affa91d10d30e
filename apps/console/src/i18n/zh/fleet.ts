import { type Translation } from '../catalogue.ts';
import { type fleet as source } from '../en/fleet.ts';

export const fleet: Translation<typeof source> = {
  title: '机群',
};
