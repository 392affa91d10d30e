import { type Refusal } from '@skein/core';
import { type UserError } from '../generated/schema-types.ts';

/** The one place where a refusal becomes what a client sees. */
export const userErrors = (...refusals: readonly Refusal[]): UserError[] =>
  refusals.map(({ code, message, field, hint, sentence }) => ({ code, message, field: field === undefined ? null : [...field], hint: hint ?? null, sentence: sentence ?? null }));
