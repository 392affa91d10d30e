import { campaignDocumentSchema } from '@skein/client';
import { type Command } from 'commander';
import { usageFailure } from '../failure/command-failure.ts';
import { type ExitCode, exitCodes } from '../failure/exit-code.ts';
import { CliCampaignApplyDocument } from '../generated/documents.ts';
import { confirmChange } from '../invocation/confirm-change.ts';
import { act, type ChangeOptions, changesThings, collect, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { escapeHostile } from '../output/escape-hostile.ts';
import { campaignColumns } from './campaign-columns.ts';
import { describeChanges, describePreview } from './describe-preview.ts';
import { acceptedIn, planDocuments, type PlannedDocument } from './plan-documents.ts';
import { type ReadDocument, readDocuments } from './read-documents.ts';

interface FileOptions {
  readonly file?: readonly string[];
}

const outcomeTexts = { CREATED: 'would make campaign', CHANGED: 'would change campaign', UNCHANGED: 'says the same already as campaign' } as const;

const readsFiles = (command: Command): Command => command.option('-f, --file <path>', 'document to read; - is standard input, a folder its .yaml, .yml and .json files; may be repeated', collect);

export function applyDocumentsCommands(noun: Command, perform: Perform): void {
  act<[], FileOptions>(readsFiles(printsData(noun.command('plan').description('show what applying documents would do, and the plan that a submission would freeze; changes nothing'))), perform, async (invocation, options) => {
    const documents = await read(invocation, options);
    return showPlans(invocation, await planDocuments(invocation, documents));
  });
  act<[], FileOptions & ChangeOptions>(changesThings(readsFiles(printsData(noun.command('apply').description('make or change the campaigns that documents describe; does nothing when they say the same already')))), perform, async (invocation, options) => {
    await applyDocuments(invocation, options, await read(invocation, options));
  });
}

async function read(invocation: Invocation, { file }: FileOptions): Promise<readonly ReadDocument[]> {
  if (file === undefined) throw usageFailure('no document is named', 'Give -f FILE, -f FOLDER, or -f - for standard input.');
  return readDocuments(file, campaignDocumentSchema, invocation.world.terminal);
}

export function showPlans(invocation: Invocation, plans: readonly PlannedDocument[]): ExitCode {
  invocation.print({
    kind: 'CampaignPlanList', name: (item) => item.name,
    items: plans.map(({ document, planned: { outcome, campaign, changes, preview } }) => ({ file: document.file, name: document.value.metadata.name, outcome, campaign, changes, preview })),
    columns: [
      { header: 'FILE', text: (item) => item.file }, { header: 'CAMPAIGN', text: (item) => item.name }, { header: 'OUTCOME', text: (item) => item.outcome?.toLowerCase() ?? null },
      { header: 'CHANGES', text: (item) => item.changes.length, right: true }, { header: 'NODES', text: (item) => item.preview?.memberCount ?? null, right: true }, { header: 'WAVES', text: (item) => item.preview?.waves.length ?? null, right: true },
    ],
    detail: (item, paint) => [
      `${escapeHostile(item.file)} ${item.outcome === null ? 'was refused for campaign' : outcomeTexts[item.outcome]} ${paint(escapeHostile(item.name), 'strong')}`, ...describeChanges(item.changes, paint),
      ...(item.preview === null ? [] : describePreview(item.preview, paint)), '',
    ],
  });
  return plans.some(({ planned }) => (planned.preview?.problems.length ?? 0) > 0) ? exitCodes.failed : exitCodes.ok;
}

/** Plans all documents before it changes anything: one that is refused keeps the others back. */
export async function applyDocuments(invocation: Invocation, options: ChangeOptions, documents: readonly ReadDocument[]): Promise<void> {
  const plans = await planDocuments(invocation, documents);
  const paint = invocation.world.terminal.paintMessage;
  for (const { document, planned } of plans) {
    const name = JSON.stringify(document.value.metadata.name);
    if (planned.outcome === 'UNCHANGED') invocation.say(`${document.file} says the same already as campaign ${name}: nothing to do.`);
    else for (const line of [`${document.file} ${planned.outcome === null ? '' : outcomeTexts[planned.outcome]} ${name}:`, ...describeChanges(planned.changes, paint), ...(planned.preview === null ? [] : describePreview(planned.preview, paint).map((text) => `  ${text}`))]) invocation.say(line);
  }
  const open = plans.filter(({ planned }) => planned.outcome !== 'UNCHANGED');
  // What is as it should be is printed like what was made so: a script reads the id either way.
  const applied = plans.flatMap(({ planned }) => (planned.outcome === 'UNCHANGED' && planned.campaign !== null ? [planned.campaign] : []));
  if (open.length > 0) {
    const names = open.map(({ document }) => JSON.stringify(document.value.metadata.name)).join(', ');
    const confirmed = await confirmChange(invocation, options, {
      what: `write ${open.length === 1 ? 'campaign' : 'campaigns'} ${names}`, nodes: open.reduce((sum, { planned }) => sum + (planned.preview?.memberCount ?? 0), 0), details: ['A draft touches no node: it is submitted, approved and started first.'],
    });
    if (confirmed === null) return;
    const connection = await invocation.connection();
    for (const [index, { document }] of open.entries()) {
      const key = options.idempotencyKey === undefined ? {} : { idempotencyKey: open.length === 1 ? options.idempotencyKey : `${options.idempotencyKey}.${String(index)}` };
      const { campaignApply } = await connection.change(CliCampaignApplyDocument, { document: document.value, reason: confirmed.reason }, key);
      const { campaign } = acceptedIn(document, campaignApply);
      if (campaign !== null) applied.push(campaign);
    }
  }
  invocation.print({ kind: 'CampaignList', items: applied, columns: campaignColumns(invocation.world.now()), name: (campaign) => campaign.name });
}
