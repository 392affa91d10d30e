import { type Duplex } from 'node:stream';
import { type SiteRoute } from '@skein/core';

/**
 * Opens plain TCP connections through a site's way in (SOCKS5, then bastions), for probes and for the ssh transport itself.
 * Connections to bastions are kept and shared.
 */
export interface RouteDialer {
  /** Throws NodeAccessError: `proxyDown`, `bastionDown`, `hostKeyMismatch` (of a bastion), `unreachable`, `deadlineExceeded`. */
  dial(route: SiteRoute, host: string, port: number, timeoutMs: number): Promise<Duplex>;
  close(): Promise<void>;
}
