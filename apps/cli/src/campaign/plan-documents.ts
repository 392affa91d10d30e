import { accepted, CommandFailure, type Refusal } from '../failure/command-failure.ts';
import { exitCodeOfRefusal } from '../failure/exit-code.ts';
import { CliCampaignPlanDocument } from '../generated/documents.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { type PlannedApply } from './describe-preview.ts';
import { type ReadDocument } from './read-documents.ts';

export interface PlannedDocument {
  readonly document: ReadDocument;
  readonly planned: PlannedApply;
}

/** What applying documents would do, asked of the control plane; a refusal says where in the file its cause stands. */
export async function planDocuments(invocation: Invocation, documents: readonly ReadDocument[]): Promise<readonly PlannedDocument[]> {
  const connection = await invocation.connection();
  const planned: PlannedDocument[] = [];
  for (const document of documents) {
    const { campaignApply } = await connection.change(CliCampaignPlanDocument, { document: document.value, dryRun: true });
    acceptedIn(document, campaignApply);
    planned.push({ document, planned: campaignApply });
  }
  return planned;
}

/** Returns the payload when nothing was refused; a refusal names file, line and column of what is to blame. */
export function acceptedIn<Payload extends { readonly userErrors: readonly Refusal[] }>(document: ReadDocument, payload: Payload): Payload {
  const [first] = payload.userErrors;
  if (first === undefined) return accepted(payload);
  throw new CommandFailure(`${document.file}: ${first.message}`, {
    exitCode: exitCodeOfRefusal(first.code), code: first.code, hint: first.hint,
    details: payload.userErrors.map((refusal) => `${document.where(pathOf(refusal.field ?? []))} ${refusal.field === null ? '' : `${pathOf(refusal.field).join('.')}: `}${refusal.message} (${refusal.code})`),
  });
}

const pathOf = (field: readonly string[]): readonly (string | number)[] => field.filter((key, index) => !(index < 2 && (key === 'input' || key === 'document'))).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
