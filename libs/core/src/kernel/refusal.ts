import { type RefusalCode } from './refusal-catalogue.ts';

/**
 * A "no" that a caller can act on. Refusals are values, never thrown; what is thrown is a bug or a broken dependency.
 * `code` is stable and public (GraphQL userErrors, CLI), with cause and remedy in the catalogue; `message` says what and where, `hint` what to do next.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly message: string;
  readonly field?: readonly string[];
  readonly hint?: string;
}

export const refuse = (code: RefusalCode, message: string, more: { field?: readonly string[]; hint?: string } = {}): Refusal => ({ refused: true, code, message, ...more });

export const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
