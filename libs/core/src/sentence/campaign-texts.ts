/** What a gate is waiting for. */
export const gateTexts = {
  nobodyStarted: 'no member of this wave could start, so nothing is known about the change',
  unverified: '%{count} node more must be verified (%{verified} of %{needed} needed) |||| %{count} nodes more must be verified (%{verified} of %{needed} needed)',
  unsoaked: '%{count} node more must soak for %{soakSeconds} s (%{soaked} of %{needed} needed) |||| %{count} nodes more must soak for %{soakSeconds} s (%{soaked} of %{needed} needed)',
  unobserved: '%{hostname} lacks %{seconds} of %{soakSeconds} s of good observations',
  unobservedBecause: '%{hostname} lacks %{seconds} of %{soakSeconds} s of good observations; last observation: %{problem}',
  moreUnobserved: '%{count} node more lacks good observations |||| %{count} nodes more lack good observations',
  notItsFault: '%{count} node failed without the target\'s fault; retry it |||| %{count} nodes failed without the target\'s fault; retry them',
} as const;

/** What the last look at a soaking node found, where it is not the probe's own words. */
export const observationTexts = { nobodyLooked: 'nobody looked yet', unknown: 'unknown', bad: 'bad' } as const;

/** What keeps runs waiting that is no fault of their nodes. */
export const outageTexts = {
  siteAway: 'Nobody can see the site %{site} since %{since}: its worker, proxy, bastion or network is away. Bring that back; the run waits, and goes on by itself.',
} as const;

/** Why Skein changed a campaign by itself, as the audit has it. */
export const auditTexts = {
  breach: 'wave %{wave}: %{reason}, %{failed} of at most %{allowed}',
  waveIs: 'wave %{wave} is %{state}',
  rollback: 'rollback %{campaign}',
} as const;

/** How a campaign ended. */
export const campaignTexts = { exceptions: '%{count} member did not reach the target |||| %{count} members did not reach the target' } as const;

/** Why no plan can be made of a document that is in order. */
export const planTexts = {
  selectsNobody: 'the selector names no node',
  allExcluded: 'the only selected node is excluded (%{reasons}) |||| all %{count} selected nodes are excluded (%{reasons})',
} as const;

/** What is wrong with a document; the path of its field is beside it. */
export const specTexts = {
  nameLength: 'a campaign has a name of 1 to %{max} characters',
  nameInvisible: 'the name holds a control or invisible character',
  seed: 'the seed is a whole number',
  noNodes: 'an empty list names no node',
  noSites: 'an empty list names no site',
  noWaves: 'a campaign needs at least one wave',
  wavesMax: 'a campaign has at most %{max} waves',
  waveCount: 'a wave takes at least one node, in whole nodes',
  wavePercent: 'a share is more than 0 and at most 100 percent',
  restOnlyLast: 'only the last wave takes the rest',
  lastTakesRest: 'the last wave must take the rest, or nodes would be left over',
  failurePercentMax: 'failurePercentMax is a percentage from 0 to 100',
  verifiedPercentMin: 'verifiedPercentMin is more than 0 and at most 100, or a wave would pass without evidence',
  soakSeconds: 'soakSeconds is a whole number of seconds, 0 or more',
  firstLook: 'firstLook is at least 1, or nothing could ever start',
  inconclusiveSecondsMax: 'inconclusiveSecondsMax is at least 1, because a wave must not wait for ever',
  lostMax: 'lostMax is at least 1: so many lost nodes stop the campaign',
  limitMin: '%{limit} is at least 1',
  exposureBelowConcurrency: 'exposureMax is below concurrencyMax, which could then never be used',
  deadlineMin: 'the deadline %{deadline} is more than 0 seconds',
  rebootSilence: 'rebootSilence is longer than the whole reboot may take',
  migrateRollsBack: 'a campaign of kind migrate brings nothing back',
  rollbackNeedsParent: 'a campaign of kind rollback names its parent and scope',
  rollbackWave: 'waves are numbered from 1',
  rollbackNodes: 'name at least one node',
} as const;
