/** What the domain's words are called on all screens. */
export const words = {
  stateClass: { NOT_STARTED: 'Not started', IN_FLIGHT: 'In flight', MIGRATED: 'Migrated', ATTENTION: 'Needs attention', FAILED: 'Failed', ROLLED_BACK: 'Rolled back', UNREACHABLE: 'Unreachable' },
  verdict: { pass: 'Pass', watch: 'Watch', inconclusive: 'Inconclusive', fail: 'Fail', error: 'Error' },
  campaignState: {
    DRAFT: 'Draft', INVALID: 'Invalid', AWAITING_APPROVAL: 'Awaiting approval', REJECTED: 'Rejected', SCHEDULED: 'Approved', RUNNING: 'Running', PAUSED: 'Paused', HALTING: 'Halting', HALTED: 'Halted',
    CANCELLING: 'Cancelling', CANCELLED: 'Cancelled', COMPLETED: 'Completed', COMPLETED_WITH_EXCEPTIONS: 'Completed with exceptions',
  },
  campaignKind: { MIGRATE: 'Migration', ROLLBACK: 'Rollback' },
  waveState: {
    PENDING: 'Pending', ADMITTING: 'Admitting', SETTLING: 'Settling', SOAKING: 'Soaking', EVALUATING: 'Evaluating', PASSED: 'Passed', FAILED: 'Failed', INCONCLUSIVE: 'Inconclusive', OVERRIDDEN: 'Let through', SKIPPED: 'Skipped',
  },
  runState: {
    PLANNED: 'Planned', PREFLIGHT: 'Preflight', BLOCKED: 'Blocked', STAGING: 'Staging', STAGED: 'Staged', LEASED: 'Leased', DRAINING: 'Draining', PROTECTING: 'Protecting', APPLYING: 'Applying', REBOOTING: 'Rebooting',
    VERIFYING: 'Verifying', SOAKING: 'Soaking', SUCCEEDED: 'Succeeded', RESTORING: 'Restoring', RESTORED: 'Restored', UNDOING: 'Undoing', FAILED_CLEAN: 'Failed, nothing changed', QUARANTINED: 'Quarantined', DEFERRED: 'Deferred', CANCELLED: 'Cancelled',
  },
  health: { GOOD: 'Good', BAD: 'Bad', UNKNOWN: 'Unknown' },
  role: { VIEWER: 'Viewer', OPERATOR: 'Operator', APPROVER: 'Approver', ADMIN: 'Administrator' },
  severity: { INHIBIT: 'Blocks', OVERRIDABLE: 'Blocks unless overridden', WARNING: 'Warning', INFO: 'Note' },
  failureClass: { NODE: 'Node', COHORT: 'Cohort', INFRA: 'Infrastructure', CONTROL_PLANE: 'Control plane', UNKNOWN: 'Unknown' },
  nodeCount: '%{smart_count} node |||| %{smart_count} nodes',
  unknown: 'unknown',
  none: 'none',
  never: 'never',
  yes: 'Yes',
  no: 'No',
} as const;
