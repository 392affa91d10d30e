import { type Instant } from '../kernel/time.ts';
import { type Gate } from '../plan/plan.ts';
import { type Verdict } from './verdict.ts';
import { type WaveEvidence } from './wave-evidence.ts';

export function judgeWave(_gate: Gate, _evidence: WaveEvidence, _now: Instant): Verdict {
  throw new Error('judgeWave is not written yet');
}
