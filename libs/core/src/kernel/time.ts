/** Milliseconds since 1970-01-01T00:00:00Z, by the database server's clock unless said otherwise. */
export type Instant = number & { readonly brand: 'Instant' };

export const instant = (epochMilliseconds: number): Instant => epochMilliseconds as Instant;
export const plusSeconds = (from: Instant, seconds: number): Instant => (from + seconds * 1000) as Instant;
export const secondsBetween = (from: Instant, to: Instant): number => (to - from) / 1000;
