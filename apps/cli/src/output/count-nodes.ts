/** `1 node`, `12 nodes`. */
export const countNodes = (count: number): string => `${String(count)} ${count === 1 ? 'node' : 'nodes'}`;
