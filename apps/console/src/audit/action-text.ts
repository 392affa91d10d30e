import { type AuditAction, auditActions } from '@skein/core';
import { type Locale } from '../i18n/locale.ts';

/** In Chinese; English is the catalogue's own sentence. An action without a text does not compile. */
const chinese: Readonly<Record<AuditAction, string>> = {
  'node.assess': '请求了节点评估。',
  'savedView.delete': '删除了保存的视图。',
  'savedView.save': '保存了视图。',
  'budget.save': '保存了故障域的中断预算。',
  'campaign.approve': '第二个人批准了这份计划。',
  'campaign.breach': '门禁被突破，Skein 自动停止了活动。',
  'campaign.cancel': '取消了活动；未开始的不再开始。',
  'campaign.deny': '第二个人驳回了计划。',
  'campaign.draft': '起草了活动。',
  'campaign.halt': '人工停止了活动：此后不再发放许可。',
  'campaign.hold': '暂缓了活动，运行停在下一个安全点。',
  'campaign.pause': '人工暂停了活动：不再开始新节点。',
  'campaign.paused': 'Skein 自动暂停了活动，原因见说明。',
  'campaign.resume': '活动在暂停、暂缓或停止后继续。',
  'campaign.retry': '要求重试已结束的运行。',
  'campaign.retry.runs': '这些运行开始新的尝试。',
  'campaign.revise': '修改了活动文档，此前的审批作废。',
  'campaign.rollback': '创建并启动了回滚活动，注明原活动与范围。',
  'campaign.settled': '活动状态由其运行得出：已停止、已取消或已完成。',
  'campaign.start': '启动了已批准的活动。',
  'campaign.submit': '计划已冻结，等待第二个人审批。',
  'credential.save': '保存了凭据；审计中不含密钥。',
  'node.clearQuarantine': '有人查看过被隔离的节点，并让它重新参与。',
  'node.hold': '暂缓或放行了节点。',
  'node.import': '导入了节点清单。',
  'node.protect': '设置或取消了节点保护。',
  'node.retire': '失效节点永久退出所有预算。',
  'person.change': '修改了人员的角色，或停用、启用了人员。',
  'person.changePassword': '修改了自己的密码；其他会话已结束。',
  'person.create': '添加了人员；初始密码只显示一次。',
  'person.resetPassword': '重新生成了人员的密码，其会话已结束。',
  'person.save': '安装程序确保此人存在。',
  'run.outcome': '一次尝试结束，结果见新状态。',
  'run.outcomes': '多次尝试以同样方式同时结束。',
  'run.overdue': '运行逾期；在得知真实结果前计为失败。',
  'session.revoke': '结束了自己的一个会话。',
  'site.save': '保存了站点或其接入路径。',
  'targetProfile.save': '保存了目标配置。',
  'token.create': '创建了 API 令牌，其密钥只显示一次。',
  'token.revoke': '吊销了 API 令牌，不再接受。',
  'wave.failed': '波次的门禁未通过。',
  'wave.overridden': '人工放行了波次。',
  'wave.passed': '波次的门禁通过，下一波可以开放。',
  'wave.skipped': '波次已没有成员。',
};

export const auditActionNames = Object.keys(auditActions).sort() as readonly AuditAction[];
export const auditObjectKinds: readonly string[] = [...new Set(Object.values(auditActions).map(({ about }) => about))].sort();

/** What was done, in a sentence; null for an action of another version. */
export function actionText(action: string, locale: Locale): string | null {
  if (!(action in auditActions)) return null;
  return locale === 'zh' ? chinese[action as AuditAction] : auditActions[action as AuditAction].says;
}
