import { type ApiError } from '@skein/client';
import { HttpError } from 'ra-core';
import { type UserErrorPartsFragment } from '../generated/documents.ts';

const statuses: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, CONFLICT: 409, BAD_USER_INPUT: 422, BAD_REQUEST: 400, RATE_LIMITED: 429, UNAVAILABLE: 503, UNREACHABLE: 0 };

/** What react-admin understands; GraphQL answers many failures with status 200, so the code decides. */
export const httpErrorOf = (error: ApiError): HttpError => new HttpError(error.message, statuses[error.code] ?? error.status, { code: error.code, correlationId: error.correlationId, retryable: error.retryable });

/** Refusals land on the fields that they are about; the path starts below `input`. */
export function httpErrorOfRefusals(refusals: readonly UserErrorPartsFragment[]): HttpError {
  const errors = Object.fromEntries(refusals.map(({ field, message }) => [field === null || field.length === 0 ? 'root.serverError' : field.join('.'), message]));
  return new HttpError(refusals[0]?.message ?? 'refused', 422, { errors, refusals });
}
