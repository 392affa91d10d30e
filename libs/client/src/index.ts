export { ApiError } from './api-error.ts';
export type { ApiErrorKind } from './api-error.ts';
export { createApi } from './api.ts';
export type { Api, ApiOptions } from './api.ts';
export { createLive } from './live.ts';
export type { Live, LiveMessage, LiveOptions, LiveState } from './live.ts';
export type { TypedDocument } from './typed-document.ts';
export { campaignDocumentSchema } from './generated/campaign-document-schema.ts';
