/** The schema of a database as stable text, read from its catalogs. */
export function describeSchema(_connectionString: string): Promise<string> {
  throw new Error('describeSchema is not written yet');
}
