import { type Translation } from '../catalogue.ts';
import { type shell as source } from '../en/shell.ts';

export const shell: Translation<typeof source> = {
  skip: '跳到正文',
  navigation: '主导航',
  environmentUnnamed: '未命名环境',
  environmentProtected: '%{name} · 受保护',
  search: '搜索节点、机架、迁移活动',
  live: { live: '实时', connecting: '正在连接', reconnecting: '正在重连', stale: '自 %{time} 起无更新', signedOut: '已退出登录', refused: '实时数据被拒绝' },
  language: '语言：切换到 %{language}',
  density: { compact: '切换到宽松行距', comfortable: '切换到紧凑行距' },
  scheme: { light: '切换到深色', dark: '切换到浅色' },
  person: '%{name} 的账户',
  signOut: '退出登录',
  more: '更多',
  halt: {
    button: '全部停止',
    title: '停止所有迁移活动？',
    lead: '从此刻起不再开始任何破坏性操作。服务继续运行。',
    running: '个运行中的活动停止发放许可 |||| 个运行中的活动停止发放许可',
    inFlight: '台进行中的节点将完成、还原或撤销 |||| 台进行中的节点将完成、还原或撤销',
    keep: '继续运行',
    confirm: '停止所有活动',
    done: '已下令停止。%{smart_count} 个活动正在停止。 |||| 已下令停止。%{smart_count} 个活动正在停止。',
    none: '没有运行中的活动。',
  },
  keys: { title: '键盘', help: '本列表', search: '搜索', palette: '命令面板', now: '前往当前', fleet: '前往机群', nodes: '前往节点', campaigns: '前往迁移活动', approvals: '前往审批', button: '键盘与帮助' },
  palette: { title: '命令面板', placeholder: '输入页面、节点或迁移活动', pages: '页面', nodes: '节点', campaigns: '迁移活动', empty: '没有结果', searchNodes: '在节点中搜索“%{text}”' },
  notFound: { title: '没有这个页面', text: '该地址可能来自其他版本，或不完整。', home: '前往当前' },
  crashed: { title: '此页面停止工作', text: '它没有造成任何变更。重新加载通常即可；若无效，请报告以下内容。', reload: '重新加载' },
};
