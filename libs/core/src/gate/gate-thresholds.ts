import { type Gate } from '../plan/plan.ts';
import { type WaveEvidence } from './wave-evidence.ts';

/** Failures that stop a wave of n members; rounds down, so a limit never loosens, and is never below one. */
export const stopAt = (failurePercentMax: number, n: number): number => Math.max(1, Math.floor((failurePercentMax * n) / 100));

/** Verified members that a wave of n needs; rounds up, so a demand never loosens. */
export const needed = (verifiedPercentMin: number, n: number): number => Math.ceil((verifiedPercentMin * n) / 100);

/** How many runs of the wave may hold a lease or permit at the same time, until the first one has verified and afterwards. */
export const permitsAllowed = (gate: Gate, evidence: Pick<WaveEvidence, 'verified' | 'planned'>): number => (evidence.verified > 0 ? evidence.planned : Math.min(gate.firstLook, evidence.planned));
