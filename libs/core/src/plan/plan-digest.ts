import { canonicalJson } from '../kernel/canonical-json.ts';
import { type PlanDigest } from '../kernel/ids.ts';
import { sha256Hex } from '../kernel/sha256-hex.ts';
import { type Plan } from './plan.ts';

/** What an approver approves: SHA-256 of the plan's canonical JSON, so a plan read back from the database has the same one. */
export const planDigest = (plan: Plan): PlanDigest => sha256Hex(canonicalJson(plan)) as PlanDigest;
