import { type ImportFormat, type ImportMode, type NodesImportInput } from '../generated/documents.ts';

/** An import as it stands in the form. */
export interface ImportDraft {
  readonly file: { readonly name: string; readonly bytes: number; readonly content: string } | null;
  readonly source: string;
  readonly format: ImportFormat;
  readonly mode: ImportMode;
  /** Only of a mirror; text until it is sent. */
  readonly missingPercentMax: string;
}

export const emptyDraft: ImportDraft = { file: null, source: '', format: 'CSV', mode: 'MERGE', missingPercentMax: '5' };

/** What one request may carry; the command line streams what is larger. */
export const importBytesMax = 8 * 1024 * 1024;

/** By the ending of the name; null: it says nothing. */
export function formatOf(fileName: string): ImportFormat | null {
  const ending = fileName.toLowerCase().split('.').at(-1);
  if (ending === 'csv' || ending === 'json') return ending === 'csv' ? 'CSV' : 'JSON';
  return ending === 'yaml' || ending === 'yml' ? 'YAML' : null;
}

export type ImportDraftProblem = 'fileMissing' | 'fileTooLarge' | 'sourceMissing' | 'percentWrong';

export function problemOf({ file, source, mode, missingPercentMax }: ImportDraft): ImportDraftProblem | null {
  if (file === null) return 'fileMissing';
  if (file.bytes > importBytesMax) return 'fileTooLarge';
  if (source.trim() === '') return 'sourceMissing';
  const percent = Number(missingPercentMax);
  return mode === 'MIRROR' && (missingPercentMax.trim() === '' || !(percent >= 0 && percent <= 100)) ? 'percentWrong' : null;
}

export const inputOf = (draft: ImportDraft, dryRun: boolean): Omit<NodesImportInput, 'idempotencyKey'> => ({
  content: draft.file?.content ?? '', format: draft.format, source: draft.source.trim(), mode: draft.mode, dryRun,
  ...(draft.mode === 'MIRROR' ? { missingPercentMax: Number(draft.missingPercentMax) } : {}),
});
