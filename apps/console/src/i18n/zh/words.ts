import { type Translation } from '../catalogue.ts';
import { type words as source } from '../en/words.ts';

export const words: Translation<typeof source> = {
  stateClass: { NOT_STARTED: '未开始', IN_FLIGHT: '进行中', MIGRATED: '已迁移', ATTENTION: '需处理', FAILED: '失败', ROLLED_BACK: '已回滚', UNREACHABLE: '失联' },
  verdict: { pass: '通过', watch: '留意', inconclusive: '未定', fail: '未通过', error: '出错' },
  campaignState: {
    DRAFT: '草稿', INVALID: '无效', AWAITING_APPROVAL: '待审批', REJECTED: '已驳回', SCHEDULED: '已批准', RUNNING: '运行中', PAUSED: '已暂停', HALTING: '正在停止', HALTED: '已停止',
    CANCELLING: '正在取消', CANCELLED: '已取消', COMPLETED: '已完成', COMPLETED_WITH_EXCEPTIONS: '已完成，有例外',
  },
  campaignKind: { MIGRATE: '迁移', ROLLBACK: '回滚' },
  waveState: {
    PENDING: '待定', ADMITTING: '准入中', SETTLING: '收尾中', SOAKING: '观察中', EVALUATING: '判定中', PASSED: '已通过', FAILED: '未通过', INCONCLUSIVE: '未定', OVERRIDDEN: '人工放行', SKIPPED: '已跳过',
  },
  runState: {
    PLANNED: '已计划', PREFLIGHT: '预检中', BLOCKED: '被阻止', STAGING: '预取中', STAGED: '已就绪', LEASED: '已获准离线', DRAINING: '正在摘流', PROTECTING: '正在建立还原点', APPLYING: '正在变更', REBOOTING: '正在重启',
    VERIFYING: '正在验证', SOAKING: '观察中', SUCCEEDED: '成功', RESTORING: '正在还原', RESTORED: '已还原', UNDOING: '正在撤销', FAILED_CLEAN: '失败，未作变更', QUARANTINED: '已隔离', DEFERRED: '已推迟', CANCELLED: '已取消',
  },
  health: { GOOD: '良好', BAD: '异常', UNKNOWN: '未知' },
  role: { VIEWER: '只读者', OPERATOR: '操作员', APPROVER: '审批人', ADMIN: '管理员' },
  severity: { INHIBIT: '阻止', OVERRIDABLE: '阻止，可放行', WARNING: '警告', INFO: '提示' },
  failureClass: { NODE: '节点', COHORT: '同类组', INFRA: '基础设施', CONTROL_PLANE: '控制面', UNKNOWN: '未知' },
  nodeCount: '%{smart_count} 台节点 |||| %{smart_count} 台节点',
  unknown: '未知',
  none: '无',
  never: '从未',
  yes: '是',
  no: '否',
};
