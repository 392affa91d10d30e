/** As the rolling policies of the big clouds: a fifth of a domain at once. */
export const domainBudgetPercentDefault = 20;

/** How many members of a domain without a row may be unavailable at once; rounds down, at least one or nothing could ever start. */
export const defaultDomainBudget = (memberCount: number): number => Math.max(1, Math.floor((memberCount * domainBudgetPercentDefault) / 100));
