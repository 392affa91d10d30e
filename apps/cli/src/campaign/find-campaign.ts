import { type Connection } from '../connection/connection.ts';
import { CommandFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { CliCampaignNameByIdDocument, CliCampaignNamesDocument } from '../generated/documents.ts';

export interface NamedCampaign {
  readonly id: string;
  readonly name: string;
}

const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

/** A campaign by id, or by a name that only one has. */
export async function findCampaign(connection: Connection, name: string): Promise<NamedCampaign> {
  if (isId(name)) {
    const { campaign } = await connection.ask(CliCampaignNameByIdDocument, { id: name });
    if (campaign !== null) return campaign;
  }
  const { campaigns } = await connection.ask(CliCampaignNamesDocument, { filter: { text: name } });
  const same = campaigns.nodes.filter((campaign) => campaign.name === name);
  const [only] = same;
  if (only !== undefined && same.length === 1) return only;
  const candidates = (same.length > 1 ? same : campaigns.nodes).slice(0, 10).map((campaign) => `${campaign.id}  ${campaign.state}  ${campaign.createdAt}  ${campaign.name}`);
  if (same.length > 1) throw new CommandFailure(`several campaigns are called ${JSON.stringify(name)}`, { exitCode: exitCodes.notFound, code: 'nameIsAmbiguous', details: candidates, hint: 'Give the id of one.' });
  throw new CommandFailure(`there is no campaign ${JSON.stringify(name)}`, { exitCode: exitCodes.notFound, code: 'campaignNotFound', details: candidates, hint: candidates.length === 0 ? '`skein campaign list` shows what there is.' : 'These come close.' });
}
