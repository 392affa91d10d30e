import { ApiError, errorOfAnswer } from '@skein/client';

/** The failure behind an answer of a plain route, which carries the same errors as GraphQL. */
export const httpFailure = async (answer: Response): Promise<ApiError> => errorOfAnswer(answer.status, await answer.json().catch(() => null));

/** The failure behind no answer at all. */
export const unreachable = (cause: unknown): ApiError => {
  const aborted = cause instanceof Error && cause.name === 'AbortError';
  return new ApiError(aborted ? 'the request was given up' : 'the api cannot be reached; whether it did what was asked is not known', { kind: aborted ? 'aborted' : 'network', code: aborted ? 'ABORTED' : 'UNREACHABLE' }, cause);
};
