/** What is asked of a node's service from outside. */
export type Probe =
  | { readonly kind: 'tcp'; readonly port: number; readonly timeoutSeconds: number }
  | { readonly kind: 'http'; readonly port: number; readonly path: string; readonly expectStatus: number; readonly timeoutSeconds: number }
  | { readonly kind: 'command'; readonly argv: readonly string[]; readonly timeoutSeconds: number };

/** `unknown` is "nobody answered the question" (no data, proxy down); it is never a pass. */
export type ProbeResult = { readonly verdict: 'good' | 'bad' | 'unknown'; readonly detail: string };
