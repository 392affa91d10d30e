/** As much of a digest as people compare by eye. */
export const shortDigest = (digest: string, length = 8): string => `sha256:${digest.slice(0, length)}`;
