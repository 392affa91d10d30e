import { RefusedByApi } from '@skein/local';
import { type Campaigns } from '../harness/campaigns.ts';
import { type Way } from './way.ts';

export function graphqlWay(campaigns: Campaigns): Way {
  const { admin, approver } = campaigns.people;
  const digestOf = async (campaignId: string): Promise<string> =>
    (await admin.query<{ campaign: { revision: { digest: string } } }>('query($id: ID!) { campaign(id: $id) { revision { digest } } }', { id: campaignId })).campaign.revision.digest;
  const approve = async (person: typeof admin, campaignId: string): Promise<void> => {
    await person.mutate('campaignApprove', 'CampaignApproveInput', { campaignId, digest: await digestOf(campaignId) }, 'campaign { id }');
  };
  return {
    async createAndSubmit(name, hostnames) {
      const { campaign } = await admin.mutate<{ campaign: { id: string } }>('campaignDraft', 'CampaignDraftInput', { spec: await campaigns.specFor(name, hostnames) }, 'campaign { id }');
      await admin.mutate('campaignSubmit', 'CampaignVerbInput', { campaignId: campaign.id }, 'campaign { id }');
      return campaign.id;
    },
    async approveAsAuthor(campaignId) {
      return approve(admin, campaignId).then(() => 'nobody refused', (error: unknown) => {
        if (error instanceof RefusedByApi) return error.code;
        throw error;
      });
    },
    approveAsSecondPerson: (campaignId) => approve(approver, campaignId),
    async start(campaignId) {
      await admin.mutate('campaignStart', 'CampaignVerbInput', { campaignId, reason: 'story' }, 'campaign { id }');
    },
    async watchUntilInFlight(campaignId) {
      await campaigns.until(campaignId, 'a node is being changed', 90, (_campaign, runs) => runs.some(({ state }) => ['APPLYING', 'REBOOTING', 'VERIFYING', 'SOAKING'].includes(state)));
    },
    async halt(campaignId) {
      await admin.mutate('campaignHalt', 'CampaignVerbInput', { campaignId, reason: 'story' }, 'campaign { id }');
    },
    async rollback(campaignId) {
      return (await admin.mutate<{ campaign: { id: string } }>('campaignRollback', 'CampaignRollbackInput', { campaignId, scope: { campaign: true }, reason: 'story' }, 'campaign { id }')).campaign.id;
    },
    close: async () => undefined,
  };
}
