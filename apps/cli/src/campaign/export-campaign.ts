import { type Command } from 'commander';
import { CliCampaignDocumentDocument } from '../generated/documents.ts';
import { act, type Perform } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { toYaml } from '../output/to-yaml.ts';
import { findCampaign } from './find-campaign.ts';

/** Where the control plane publishes the schema that editors check documents against. */
export const schemaPath = '/schemas/skein-campaign.schema.json';

export function exportCampaignCommand(noun: Command, perform: Perform): void {
  const command = noun.command('export').description('print campaigns as documents that apply as unchanged').argument('<campaign...>', 'names or ids').addHelpText('after', '\n  skein campaign export spring > spring.yaml');
  act<[readonly string[]], object>(command, perform, exportCampaigns);
}

export const documentYaml = (endpoint: string, document: unknown): string => `# yaml-language-server: $schema=${endpoint}${schemaPath}\n${toYaml(document)}`;

async function exportCampaigns(invocation: Invocation, _options: object, names: readonly string[]): Promise<void> {
  const connection = await invocation.connection();
  const documents: string[] = [];
  for (const name of names) {
    const { id } = await findCampaign(connection, name);
    const { campaign } = await connection.ask(CliCampaignDocumentDocument, { id });
    if (campaign === null) throw new Error(`campaign ${id} is gone`);
    if (campaign.document['kind'] !== 'Campaign') invocation.say(`${campaign.name} is a rollback: its document can be read, and not applied.`);
    documents.push(documentYaml(connection.destination.endpoint, campaign.document));
  }
  invocation.world.terminal.raw(documents.join('---\n'));
}
