import { type CampaignCanPartsFragment } from '../../generated/documents.ts';

export type CampaignVerb = keyof CampaignCanPartsFragment;

/**
 * What stands between a press and the command. confirm: one button that has the focus already · reason: the same with a reason to give ·
 * typed: scope, effects, the name of the campaign and a reason.
 */
export type Friction = 'confirm' | 'reason' | 'typed';

export interface VerbRule {
  readonly friction: Friction;
  readonly reason: 'optional' | 'required';
  /** Only from what is true now: refused while nothing is heard of the api. Stopping never is. */
  readonly needsLive: boolean;
  /** Says which version of the campaign it was decided on; the api refuses it when the campaign has moved. */
  readonly namesVersion: boolean;
}

/** Stopping is one press and one confirmation; starting and undoing much asks for more. */
export const verbRules: Readonly<Record<CampaignVerb, VerbRule>> = {
  halt: { friction: 'confirm', reason: 'optional', needsLive: false, namesVersion: false },
  pause: { friction: 'confirm', reason: 'optional', needsLive: false, namesVersion: false },
  hold: { friction: 'confirm', reason: 'optional', needsLive: false, namesVersion: false },
  cancel: { friction: 'reason', reason: 'required', needsLive: false, namesVersion: false },
  resume: { friction: 'reason', reason: 'required', needsLive: true, namesVersion: true },
  retry: { friction: 'reason', reason: 'required', needsLive: true, namesVersion: true },
  submit: { friction: 'reason', reason: 'optional', needsLive: false, namesVersion: true },
  deny: { friction: 'reason', reason: 'required', needsLive: false, namesVersion: true },
  start: { friction: 'typed', reason: 'required', needsLive: true, namesVersion: true },
  approve: { friction: 'typed', reason: 'required', needsLive: true, namesVersion: true },
  rollback: { friction: 'typed', reason: 'required', needsLive: true, namesVersion: true },
  revise: { friction: 'confirm', reason: 'optional', needsLive: false, namesVersion: true },
};

/** What a person must be allowed, for each verb. The api stays the judge. */
export const permissionOf: Readonly<Record<CampaignVerb, string>> = {
  revise: 'campaign:draft', submit: 'campaign:draft', approve: 'campaign:approve', deny: 'campaign:approve', start: 'campaign:start', resume: 'campaign:start', retry: 'campaign:start',
  pause: 'campaign:stop', hold: 'campaign:stop', halt: 'campaign:stop', cancel: 'campaign:stop', rollback: 'campaign:rollback',
};
