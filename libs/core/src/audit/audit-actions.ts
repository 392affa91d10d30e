import { type CampaignVerb } from '../campaign/campaign-state.ts';
import { type WaveStateKind } from '../wave/wave-state.ts';

/** What the audit tells of: the kind of the thing that it was done to, and what was done, in a sentence. */
export interface AuditActionDescription {
  readonly about: 'apiToken' | 'campaign' | 'credential' | 'domain' | 'inventory' | 'node' | 'person' | 'run' | 'savedView' | 'session' | 'site' | 'targetProfile';
  readonly says: string;
}

/** Everything that becomes a link of the audit chain. Names are public: scripts and filters rely on them, so none is ever renamed. */
export const auditActions = {
  'budget.save': { about: 'domain', says: 'The disruption budget of a failure domain was made or changed.' },
  'campaign.approve': { about: 'campaign', says: 'A second person approved exactly this plan.' },
  'campaign.breach': { about: 'campaign', says: 'A gate was broken and Skein halted the campaign by itself.' },
  'campaign.cancel': { about: 'campaign', says: 'The campaign was given up; what had not begun never will.' },
  'campaign.deny': { about: 'campaign', says: 'A second person refused the plan.' },
  'campaign.draft': { about: 'campaign', says: 'A campaign was written.' },
  'campaign.halt': { about: 'campaign', says: 'Somebody halted the campaign: no permit is given from here on.' },
  'campaign.hold': { about: 'campaign', says: 'The campaign was paused, and its runs stop at their next safe point.' },
  'campaign.pause': { about: 'campaign', says: 'Somebody paused the campaign: no new node starts.' },
  'campaign.paused': { about: 'campaign', says: 'Skein paused the campaign by itself; the reason says why.' },
  'campaign.resume': { about: 'campaign', says: 'The campaign goes on after a pause, a hold or a halt.' },
  'campaign.retry': { about: 'campaign', says: 'Somebody asked for ended runs to be tried again.' },
  'campaign.retry.runs': { about: 'campaign', says: 'These runs begin another attempt.' },
  'campaign.revise': { about: 'campaign', says: 'The document of the campaign was changed; earlier approvals are void.' },
  'campaign.rollback': { about: 'campaign', says: 'A rollback campaign was made and started; it names its parent and its scope.' },
  'campaign.settled': { about: 'campaign', says: 'The state of the campaign followed from its runs: halted, cancelled or completed.' },
  'campaign.start': { about: 'campaign', says: 'The approved campaign was started.' },
  'campaign.submit': { about: 'campaign', says: 'The plan was frozen and waits for a second person.' },
  'credential.save': { about: 'credential', says: 'A credential was made or replaced; its secret is not in the audit.' },
  'node.assess': { about: 'inventory', says: 'Somebody asked for facts, preflight and prediction of nodes.' },
  'node.clearQuarantine': { about: 'node', says: 'A person has looked at a quarantined node and lets it take part again.' },
  'node.hold': { about: 'node', says: 'A node was kept back, or let go.' },
  'node.import': { about: 'inventory', says: 'Nodes of an inventory were imported.' },
  'node.protect': { about: 'node', says: 'A node was marked as protected, or no longer.' },
  'node.retire': { about: 'node', says: 'A dead node was taken out of every budget for good.' },
  'person.change': { about: 'person', says: 'The role of a person was changed, or the person was switched off or on.' },
  'person.changePassword': { about: 'person', says: 'A person took another password; the person\'s other sessions ended.' },
  'person.create': { about: 'person', says: 'An admin made a person; the first password was shown once.' },
  'person.resetPassword': { about: 'person', says: 'An admin gave a person a new first password; the person\'s sessions ended.' },
  'person.save': { about: 'person', says: 'The installation made sure that this person exists.' },
  'run.outcome': { about: 'run', says: 'An attempt ended; the new state says how.' },
  'run.outcomes': { about: 'campaign', says: 'Several attempts ended at once in the same way.' },
  'run.overdue': { about: 'run', says: 'A run passed its deadline; it counts as a failure until its real outcome is known.' },
  'savedView.delete': { about: 'savedView', says: 'A person deleted a saved view of their own.' },
  'savedView.save': { about: 'savedView', says: 'A person saved the filter and order of a list under a name, for themselves or for all.' },
  'session.revoke': { about: 'session', says: 'A person ended one of the own sessions.' },
  'site.save': { about: 'site', says: 'A site or its way in was made or changed.' },
  'targetProfile.save': { about: 'targetProfile', says: 'A target profile was saved.' },
  'token.create': { about: 'apiToken', says: 'An API token was made; its secret was shown once.' },
  'token.revoke': { about: 'apiToken', says: 'An API token was revoked and is no longer accepted.' },
  'wave.failed': { about: 'campaign', says: 'The gate of a wave failed.' },
  'wave.overridden': { about: 'campaign', says: 'A person let a wave through.' },
  'wave.passed': { about: 'campaign', says: 'The gate of a wave passed, and the next wave may open.' },
  'wave.skipped': { about: 'campaign', says: 'A wave had no members left.' },
} as const satisfies Readonly<Record<`campaign.${CampaignVerb}`, AuditActionDescription>> & Readonly<Record<string, AuditActionDescription>>;

export type AuditAction = keyof typeof auditActions;

const waveActions: Readonly<Partial<Record<WaveStateKind, AuditAction>>> = { PASSED: 'wave.passed', FAILED: 'wave.failed', OVERRIDDEN: 'wave.overridden', SKIPPED: 'wave.skipped' };

/** What the audit says of a wave that comes into this state; null: nothing, since nothing is decided there. */
export const auditActionOfWave = (kind: WaveStateKind): AuditAction | null => waveActions[kind] ?? null;
