import { type Translation } from '../catalogue.ts';
import { type approvals as source } from '../en/approvals.ts';

export const approvals: Translation<typeof source> = {
  title: '审批',
  open: '待决', decided: '已决定', show: '显示哪些请求', all: '全部', mine: '我的', back: '全部请求',
  empty: '没有待审批的请求', emptyStep: '作者提交活动后会出现在这里。', noneForYou: '没有可由你决定的请求', noneDecided: '还没有已决定的请求',
  nothingWaits: '没有待办。', noneByYou: '没有可由你决定的。', byYou: '%{count} 项可由你决定。 |||| %{count} 项可由你决定。', byOthers: '%{count} 项等待他人。 |||| %{count} 项等待他人。',
  size: '%{count} 台，%{waves} 波 |||| %{count} 台，%{waves} 波',
  youMay: '你可批准', youWrote: '由你提交', youEdited: '由你最后编辑', needsAnother: '需要他人决定',
  asks: '批准 %{name} 的计划', boundTo: '%{author} 于 %{at} 提交。绑定 sha256:%{digest}：任何改动都会使其失效。', openCampaign: '打开活动',
  mayDecide: '你不是该计划的作者，可以批准或驳回。',
  selfAuthor: '你是此活动的作者，须由他人决定：没有人可以批准自己的计划。', selfEditor: '你最后编辑了此活动，须由他人决定：没有人可以批准自己的计划。',
  noDiff: '在此之前没有可比较的修订。',
  fact: {
    nodes: '节点', waves: '波次', atOnce: '最大并发', haltAt: '失败达到即停止', needs: '每波要求', duration: '时长', first: '第一波 %{count} 台 |||| 第一波 %{count} 台', exposed: '最多 %{count} 台已变更未完成观察 |||| 最多 %{count} 台已变更未完成观察', lost: '或丢失 %{count} 台 |||| 或丢失 %{count} 台',
    soak: '观察 %{seconds} 秒', pace: '按以往运行的速度', noPace: '没有以往运行',
  },
  domain: {
    title: '故障域', none: '计划没有列出故障域', heading: '%{count} 个故障域，一波最多占其中一个的 %{percent} % |||| %{count} 个故障域，一波最多占其中一个的 %{percent} %', headingPlain: '涉及 %{count} 个故障域 |||| 涉及 %{count} 个故障域',
    sub: '每个故障域在各波的节点数。带框：超过预算允许的同时离线数，因此将依次进行。', name: '故障域', nodes: '节点', budget: '预算', noBudget: '无',
  },
  service: { none: '没有涉及服务', heading: '涉及 %{count} 个服务 |||| 涉及 %{count} 个服务', showAll: '显示全部 %{count} 个服务 |||| 显示全部 %{count} 个服务', name: '服务', inPlan: '计划内', all: '成员', floor: '下限' },
  risk: {
    title: '可能的问题', heading: '%{count} 项需要注意 |||| %{count} 项需要注意', basis: '依据计划、预算和机群的当前状况。', none: '已知的数字都留有余地。', unknown: '还有信息未知。',
    blind: '第 %{wave} 波察觉不到任何失败率', seesFrom: '第 %{wave} 波察觉不到低于 %{percent} % 的失败率', blindDetail: '%{count} 台；可容忍 %{percent} % |||| %{count} 台；可容忍 %{percent} %',
    budgets: '%{count} 个故障域现在没有余地 |||| %{count} 个故障域现在没有余地', budgetsDetail: '%{domain}：已离线 %{now}，允许 %{max}',
    services: '%{count} 个服务已到下限 |||| %{count} 个服务已到下限', servicesDetail: '%{names}：现在一台也不能少',
    changed: '计划生成后机群已有变化', changedDetail: '当时 %{then} 台，现在会计划 %{now} 台',
    waiting: '第一波有 %{count} 台现在不能开始 |||| 第一波有 %{count} 台现在不能开始', waitingDetail: '共 %{count} 台；原因见下 |||| 共 %{count} 台；原因见下',
    excluded: '%{count} 台被排除 |||| %{count} 台被排除', excludedDetail: '符合选择条件但不参与。',
  },
};
