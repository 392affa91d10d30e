/** One way in which people command Skein: GraphQL, the command line, or the console's keyboard. */
export interface Way {
  /** Writes a campaign on these nodes as the admin, and asks for approval. Returns its id. */
  createAndSubmit(name: string, hostnames: readonly string[]): Promise<string>;
  /** Tries to approve as the author, which is refused. Returns what the way says: at least the code or the sentence of the refusal. */
  approveAsAuthor(campaignId: string): Promise<string>;
  approveAsSecondPerson(campaignId: string): Promise<void>;
  start(campaignId: string, name: string): Promise<void>;
  /** Resolves when the way itself shows that a node is under way. */
  watchUntilInFlight(campaignId: string): Promise<void>;
  halt(campaignId: string): Promise<void>;
  /** Brings back the whole campaign. Returns the id of the rollback. */
  rollback(campaignId: string, name: string): Promise<string>;
  close(): Promise<void>;
}
