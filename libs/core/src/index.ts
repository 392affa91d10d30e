export type { Instant } from './kernel/time.ts';
export type { CampaignId, CredentialId, JobId, NodeId, PersonId, PlanDigest, RunId, SiteId, TargetProfileId } from './kernel/ids.ts';
export type { Refusal } from './kernel/refusal.ts';
export type { TransitionTable } from './kernel/transition-table.ts';
export { instant, plusSeconds, secondsBetween } from './kernel/time.ts';
export type { RefusalAdvice, RefusalCode } from './kernel/refusal-catalogue.ts';
export { refusalCatalogue } from './kernel/refusal-catalogue.ts';
export type { ApiLimit, ApiLimitCode } from './kernel/api-limits.ts';
export { apiLimits } from './kernel/api-limits.ts';
export { failureCatalogue } from './kernel/failure-catalogue.ts';
export { isRefusal, refusalSentence, refuse } from './kernel/refusal.ts';
export { mayFollow, unreachableStates } from './kernel/transition-table.ts';
export { holdsInvisible } from './kernel/holds-invisible.ts';
export { canonicalJson } from './kernel/canonical-json.ts';
export type { Moment, Names, Sentence, SentenceCode, SentenceValue, SentenceValues, Term, TermGroup } from './sentence/sentence.ts';
export { names, sentence } from './sentence/sentence.ts';
export { remedySentence, runRemedySentence, silenceSentence } from './sentence/remedy-sentence.ts';
export { sentenceTexts } from './sentence/sentence-texts.ts';
export { tell } from './sentence/tell.ts';
export { sha256Hex } from './kernel/sha256-hex.ts';
export { seededRandom, seededRank } from './kernel/seeded-random.ts';

export type { Permission, Principal, Role } from './identity/permission.ts';
export { can, rolePermissions } from './identity/can.ts';
export { approvalRefusal } from './identity/approval-refusal.ts';

export type { AuditAction, AuditActionDescription } from './audit/audit-actions.ts';
export { auditActionOfWave, auditActions } from './audit/audit-actions.ts';

export type { BastionHop, LoginCredential, NodeTarget, SiteRoute, Socks5Address } from './node/node-target.ts';
export type { NodeHealth, StateClass } from './node/state-class.ts';
export type { NodeQueryTerm } from './node/parse-node-query.ts';
export { nodeHealths, stateClasses } from './node/state-class.ts';
export { parseNodeQuery } from './node/parse-node-query.ts';
export type { Probe, ProbeResult } from './probe/probe.ts';

export type { CampaignKind, CampaignSource, CampaignState, CampaignStateKind, CampaignVerb, HaltReason, PauseReason } from './campaign/campaign-state.ts';
export type { CampaignContext } from './campaign/decide-campaign.ts';
export type { CampaignRunCounts } from './campaign/settled-campaign-state.ts';
export { campaignTransitions } from './campaign/campaign-state.ts';
export { decideCampaign } from './campaign/decide-campaign.ts';
export type { ApplyCandidate, ApplyDecision } from './campaign/decide-apply.ts';
export { decideApply } from './campaign/decide-apply.ts';
export type { Forecast, ForecastQuestion } from './campaign/forecast-end.ts';
export { forecastEnd, forecastRunsMin } from './campaign/forecast-end.ts';
export { runIntentOf } from './campaign/run-intent-of.ts';
export { settledCampaignState } from './campaign/settled-campaign-state.ts';

export type { EdgeBasis, OsEdge } from './target/os-edge.ts';
export type { EdgeMatch } from './target/edge-for.ts';
export { osEdges } from './target/os-edge.ts';
export { edgeFor, parseOsName } from './target/edge-for.ts';
export type { OsLifecycle } from './target/os-lifecycle.ts';
export { osFamily, osLifecycles } from './target/os-lifecycle.ts';

export type {
  CampaignSpec, Deadlines, ExclusionReason, Gate, Plan, PlanMember, RollbackScope, Selector, TargetProfile, WavePlan, WaveSize,
} from './plan/plan.ts';
export type { PlannableNode } from './plan/plannable-node.ts';
export type { PlanRequest } from './plan/plan-campaign.ts';
export type { RollbackRequest, RollbackRun } from './plan/plan-rollback.ts';
export type { DeferredMember } from './plan/tail-wave.ts';
export { expectedWaveSeconds } from './plan/expected-wave-seconds.ts';
export { planCampaign } from './plan/plan-campaign.ts';
export { planDigest } from './plan/plan-digest.ts';
export { planRollback } from './plan/plan-rollback.ts';
export { renderPlan } from './plan/render-plan.ts';
export { selects } from './plan/selects.ts';
export { tailWave } from './plan/tail-wave.ts';
export type { CampaignDocument, DocumentChange, DocumentIds, DocumentNames } from './plan/campaign-document.ts';
export { documentApiVersion, documentChanges, documentOf, specOfDocument } from './plan/campaign-document.ts';
export { validateSpec } from './plan/validate-spec.ts';

export type { Verdict, VerdictKind } from './gate/verdict.ts';
export type { WaveEvidence } from './gate/wave-evidence.ts';
export { verdictOrder } from './gate/verdict.ts';
export { judgeWave, soakingSentence } from './gate/judge-wave.ts';
export type { FaultDetection } from './gate/detect-faults.ts';
export { detectFaults } from './gate/detect-faults.ts';
export { needed, permitsAllowed, stopAt } from './gate/gate-thresholds.ts';
export { inconclusiveExpired } from './gate/inconclusive-expired.ts';
export { soakIsOverdue, soakSlackSeconds } from './gate/soak-overdue.ts';

export type { WaveState, WaveStateKind } from './wave/wave-state.ts';
export type { WaveProgress } from './wave/next-wave-state.ts';
export { currentWave, waveIsFinal, waveIsOpen, waveTransitions } from './wave/wave-state.ts';
export { nextWaveState } from './wave/next-wave-state.ts';
export { waveToOpen } from './wave/wave-to-open.ts';

export type { AdmissionAnswer, AdmissionCandidate, AdmissionRequest, DomainBudget, UnavailableCause, WaitingReason } from './admission/admission.ts';
export type { DomainMember } from './admission/unavailable-cause.ts';
export { admit } from './admission/admit.ts';
export type { AdmissionPreview } from './admission/preview-admission.ts';
export { previewAdmission } from './admission/preview-admission.ts';
export { defaultDomainBudget, domainBudgetPercentDefault } from './admission/default-domain-budget.ts';
export { waitingSentence } from './admission/waiting-sentence.ts';
export { healthObservationSecondsMax, unavailableCause } from './admission/unavailable-cause.ts';

export type {
  DeferredReason, FailureClass, FailureReason, RestoreStrategy, RunIntent, RunState, RunStateKind,
} from './run/run-state.ts';
export type { BrokenEvidence, RestoreDecision, RestoreQuestion } from './run/decide-restore.ts';
export type { HaltAction } from './run/halt-action-for.ts';
export type { JobRowState, KnownJob, SeenNode } from './run/classify-reconnect.ts';
export type { OutcomeState } from './run/run-state.ts';
export type { EffectSituation, JobSituation, RunAction, RunSituation } from './run/next-run-action.ts';
export { drainAgainStep, effectIsDone, isSiteAction, latestJob, nextRunAction, nextStepName, standingEffect, wayBack } from './run/next-run-action.ts';
export { runHoldsLease, runHoldsPermit, runIsDeferred, runIsOpen, runTransitions } from './run/run-state.ts';
export { classifyReconnect } from './run/classify-reconnect.ts';
export { decideRestore } from './run/decide-restore.ts';
export { failureClassOf, failureCounts } from './run/failure-class-of.ts';
export type { Outage } from './run/outage-of.ts';
export { outageOf } from './run/outage-of.ts';
export { haltActionFor } from './run/halt-action-for.ts';

export type { NodeFacts, PackagePrediction, VerificationFacts } from './preflight/facts.ts';
export type { Check, Finding, PreflightContext, PreflightMinima, Severity } from './preflight/check.ts';
export { assessFacts, blockingFindings } from './preflight/assess-facts.ts';
export { preflightChecks } from './preflight/preflight-checks.ts';
export { preflightMinimaDefault } from './preflight/preflight-minima.ts';

export type { PackageChange, PredictionDifference } from './procedure/predicted-versus-actual.ts';
export { judgeVerification } from './procedure/judge-verification.ts';
export { predictedVersusActual } from './procedure/predicted-versus-actual.ts';

export type { AvailabilityInterval, AvailabilityState } from './availability/interval.ts';
export { mergeIntervals } from './availability/merge-intervals.ts';
export { unavailableSeconds } from './availability/unavailable-seconds.ts';
