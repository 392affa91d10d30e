/** PostgreSQL stores no NUL and no half of a surrogate pair, neither in a text nor in JSON. Keys count as well. */
export function canBeStored(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (Array.isArray(value)) return value.every(canBeStored);
  return typeof value !== 'object' || value === null || Object.entries(value).every(([key, member]) => canBeStored(key) && canBeStored(member));
}
