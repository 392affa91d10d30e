import { type Translation } from '../catalogue.ts';
import { type node as source } from '../en/node.ts';

export const node: Translation<typeof source> = {
  title: '节点',
  tabsLabel: '此节点的各部分',
  tabs: { overview: '概览', log: '日志', preflight: '预检', waysBack: '还原途径', facts: '事实', packages: '软件包', history: '历史' },
  place: '第 %{index} / %{count} 台',
  previous: '‹ 上一台',
  next: '下一台 ›',
  attempt: '第 %{attempt} 次尝试',
  serviceOf: '%{name} · %{owner}',
  observed: '最近观测',
  unknown: '没有节点 %{name}',
  unknownNext: '它可能使用其他名称，或从未导入。',
  unknownCommand: 'skein node get %{name}',
  noRun: '尚无运行触及此节点',
  noRunNext: '首次运行后会出现时间线与日志。评估可了解运行会发现什么。',
  why: { outage: '无应答。', ended: '%{state}：%{reason}。', held: '已被暂缓。', overdue: '已超过期限，结束之前计为失败。' },
  timeline: {
    title: '时间线', heading: '第 %{attempt} 次尝试：已用 %{time}', failed: '“%{step}”在 %{time} 后失败', slow: '“%{step}”用时为中位数的 %{factor} 倍', none: '尚未开始任何步骤', noneNext: '步骤开始后会出现在这里。',
    legend: '横线止于其他运行的中位数，虚线止于 95% 的完成处。', step: '步骤', took: '用时', median: '中位数', p95: 'p95',
    state: { done: '完成', failed: '失败', undone: '已撤销', begun: '进行中', slow: '完成，偏慢' },
  },
  log: { title: '日志', none: '节点上尚未启动任何作业', noneNext: '首个作业开始后会出现日志。', job: '作业', jobOf: '%{step}，第 %{attempt} 次尝试，%{time}', broken: '流已中断，正在重试。', holes: '%{smart_count} 段未收到 |||| %{smart_count} 段未收到' },
  findings: {
    title: '预检', blocking: '预检：%{smart_count} 项阻止 |||| 预检：%{smart_count} 项阻止', notBlocking: '预检：%{smart_count} 条提示，均不阻止 |||| 预检：%{smart_count} 条提示，均不阻止', clean: '预检：未发现问题',
    never: '从未评估', neverNext: '请评估此节点，或将其纳入活动。', more: '“预检”中另有 %{smart_count} 条 |||| “预检”中另有 %{smart_count} 条', unreadable: '无法读取',
  },
  obstacles: { title: '现在可以开始吗？', none: '没有阻碍', couldStart: '现在即可在其上开始运行。', waits: '正在等待轮到它。', heading: '有 %{smart_count} 项阻碍 |||| 有 %{smart_count} 项阻碍' },
  waysBack: { title: '还原途径', none: '没有还原点', noneNext: '首次变更前会建立还原点。', heading: '%{smart_count} 个还原途径 |||| %{smart_count} 个还原途径', point: '还原点', taken: '建立于' },
  packages: { title: '软件包', none: '没有变更软件包', noneNext: '运行所作的变更会列在这里。', heading: '%{smart_count} 个软件包与之前不同 |||| %{smart_count} 个软件包与之前不同', counts: '替换 %{changed}，新增 %{added}，移除 %{removed}', more: '“软件包”中另有 %{smart_count} 个 |||| “软件包”中另有 %{smart_count} 个', package: '软件包', before: '之前', after: '之后', added: '新增', removed: '移除' },
  history: { title: '历史', none: '尚无运行', noneNext: '所有活动的运行会列在这里。', heading: '%{smart_count} 次运行 |||| %{smart_count} 次运行', place: '第 %{wave} 波，第 %{attempt} 次尝试', began: '开始', ended: '结束', open: '未结束' },
  facts: { title: '事实', never: '从未检查', inspected: '检查于', source: '清单', address: '地址', role: '角色', machineId: '机器标识', credential: '凭据', hostKeys: '主机密钥', labels: '标签' },
};
