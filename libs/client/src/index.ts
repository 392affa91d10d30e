export type { TypedDocument } from './typed-document.ts';
