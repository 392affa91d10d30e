import { type Refusal } from '@skein/core';
import { type Permitted } from '../generated/schema-types.ts';

/** A verb's answer before it is asked: what it would be refused for, and what to do next. Names stay as people write them. */
export function toPermitted(refusal: Refusal | null, principalName: string): Permitted {
  if (refusal === null) return { allowed: true, reason: null, code: null };
  const { message, hint, code } = refusal;
  const begun = message.startsWith(principalName) ? message : message.charAt(0).toUpperCase() + message.slice(1);
  return { allowed: false, reason: hint === undefined ? `${begun}.` : `${begun}. ${hint}`, code };
}
