import { type Plan } from './plan.ts';

/** A plan as stable text, for reviews and golden tests. */
export function renderPlan(_plan: Plan): string {
  throw new Error('renderPlan is not written yet');
}
