import { PersonCanFix } from '../person-can-fix.ts';

/** For callers that only know that something went wrong: what a person has to do, or the whole chain of causes. */
export function explain(error: unknown): string {
  if (error instanceof PersonCanFix) return error.message;
  const lines: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) lines.push(cause.message);
  return lines.length === 0 ? String(error) : lines.join('\n  because: ');
}
