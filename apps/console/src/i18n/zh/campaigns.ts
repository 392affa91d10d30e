import { type Translation } from '../catalogue.ts';
import { type campaigns as source } from '../en/campaigns.ts';

export const campaigns: Translation<typeof source> = {
  title: '迁移活动',
};
