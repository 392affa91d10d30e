import { type Resource } from '../data/resource.ts';
import { CampaignListDocument, type CampaignOrderField, CampaignPageDocument } from '../generated/documents.ts';

export const campaignResource: Resource = {
  async list(ask, { filter, sort, first, offset }) {
    const { campaigns } = await ask(CampaignListDocument, { filter, orderBy: sort === null ? null : { field: sort.field as CampaignOrderField, direction: sort.order }, page: { first, offset } });
    return { rows: campaigns.nodes, total: campaigns.totalCount, hasNextPage: campaigns.pageInfo.hasNextPage, offset };
  },
  one: async (ask, id) => (await ask(CampaignPageDocument, { id })).campaign,
  many: async (ask, ids) => (await Promise.all(ids.map(async (id) => (await ask(CampaignPageDocument, { id })).campaign))).filter((campaign) => campaign !== null),
};
