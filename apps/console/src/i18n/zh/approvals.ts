import { type Translation } from '../catalogue.ts';
import { type approvals as source } from '../en/approvals.ts';

export const approvals: Translation<typeof source> = {
  title: '审批',
};
