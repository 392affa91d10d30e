import { type Translation } from '../catalogue.ts';
import { type help as source } from '../en/help.ts';

export const help: Translation<typeof source> = {
  title: '帮助',
  start: '本版本的全部文档',
  lead: '教程、操作指南和参考都包含在控制台里，不访问任何其他主机。请选择页面，或搜索词语、错误码、命令。',
  pages: '页面',
  search: '搜索标题',
  found: '找到 %{smart_count} 处 |||| 找到 %{smart_count} 处',
  kind: { tutorial: '学习', howTo: '操作指南', reference: '参考', background: '背景' },
  page: { cli: '命令行', errors: '错误码', events: '事件', graphql: 'GraphQL 参考', 'preflight-checks': '预检清单', glossary: '术语表', integrations: '集成：钩子、供应方、探针命令', 'runner-protocol': '执行程序协议' },
  englishOnly: '此页面只有英文版。',
  noSuchPage: '本版本没有这个页面',
  noSuchPageNext: '请从列表中选择其他页面。',
  notLoaded: '无法获取此页面',
  notLoadedMeaning: '它是控制台的一部分：如果期间安装了新版本，请重新加载。',
  about: '帮助：%{about}',
  aboutCode: '此代码的含义与处理办法',
  openAsPage: '在页面中打开',
};
