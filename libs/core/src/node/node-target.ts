import { type NodeId, type SiteId } from '../kernel/ids.ts';

/** How to log in: a private key in OpenSSH format, and how to become root afterwards. */
export interface LoginCredential {
  readonly user: string;
  readonly privateKey: string;
  readonly become: 'none' | 'sudo';
}

export interface BastionHop {
  readonly address: string;
  readonly port: number;
  /** OpenSSH public key lines that this bastion may show. */
  readonly hostKeys: readonly string[];
  readonly credential: LoginCredential;
}

/** `unix:/path/to/socket` or `host:port`. */
export type Socks5Address = string;

/** The way into a site. `proxy` comes first, then the bastions in order, then the node. */
export type SiteRoute =
  | { readonly kind: 'ssh'; readonly proxy: Socks5Address | null; readonly bastions: readonly BastionHop[] }
  | { readonly kind: 'simulated'; readonly socket: string };

/** Everything that is needed to reach one node and to know that it is the right one. */
export interface NodeTarget {
  readonly nodeId: NodeId;
  readonly siteId: SiteId;
  readonly route: SiteRoute;
  readonly address: string;
  readonly port: number;
  /** OpenSSH public key lines pinned at enrolment; a node that shows another key is refused before anything is sent. */
  readonly hostKeys: readonly string[];
  readonly credential: LoginCredential;
}
