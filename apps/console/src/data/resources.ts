import { campaignResource } from '../campaigns/campaign-resource.ts';
import { nodeResource } from '../nodes/node-resource.ts';
import { type Resource } from './resource.ts';

/** One line per kind of thing that react-admin's hooks may list. */
export const resources: Readonly<Record<string, Resource>> = {
  nodes: nodeResource,
  campaigns: campaignResource,
};
