/** A string that only the place which made it may call an id of that kind: a CampaignId does not compile as a NodeId. */
type Id<Brand extends string> = string & { readonly brand: Brand };

export type CampaignId = Id<'CampaignId'>;
export type NodeId = Id<'NodeId'>;
export type RunId = Id<'RunId'>;
export type SiteId = Id<'SiteId'>;
export type CredentialId = Id<'CredentialId'>;
export type TargetProfileId = Id<'TargetProfileId'>;
export type PersonId = Id<'PersonId'>;
export type JobId = Id<'JobId'>;
/** SHA-256 of the canonical JSON of a plan, in hex. */
export type PlanDigest = Id<'PlanDigest'>;
