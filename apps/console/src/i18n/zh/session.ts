import { type Translation } from '../catalogue.ts';
import { type session as source } from '../en/session.ts';

export const session: Translation<typeof source> = {
  title: '登录 Skein',
  name: '名称',
  password: '密码',
  submit: '登录',
  nameMissing: '请输入名称。',
  passwordMissing: '请输入密码。',
};
