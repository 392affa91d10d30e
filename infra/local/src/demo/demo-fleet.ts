/** What the demo needs to know of a fleet, real or simulated: what to import, and how to make one node misbehave. */
export interface DemoFleet {
  readonly kind: 'lab' | 'simulated';
  readonly credentials: readonly { readonly name: string; readonly user: string; readonly privateKey: string; readonly become: 'NONE' | 'SUDO' }[];
  readonly sites: readonly DemoSite[];
  readonly budgets: readonly { readonly domain: string; readonly unavailableMax: number }[];
  readonly nodes: readonly DemoNode[];
  readonly target: { readonly name: string; readonly osId: string; readonly osVersion: string; readonly repositoryUrl: string; readonly repositoryKey: string; readonly kernelPrefix: string };
  readonly hooks: string | null;
  /** Gives the node a kernel that has all its files and panics at boot. */
  readonly breakKernelOf: (externalId: string) => Promise<void>;
  /** What clients of the fleet's balancer saw; null: there is none. */
  readonly traffic: () => Promise<{ readonly requests: number; readonly lost: number } | null>;
}

export interface DemoSite {
  readonly name: string;
  readonly routeKind: 'SSH' | 'SIMULATED';
  readonly proxy?: string;
  readonly socket?: string;
  readonly bastions: readonly { readonly address: string; readonly port: number; readonly hostKeys: readonly string[]; readonly credential: string }[];
  readonly credential: string;
  readonly provider: string;
}

export interface DemoNode {
  readonly externalId: string;
  readonly hostname: string;
  readonly site: string;
  readonly address: string;
  readonly port: number;
  readonly hostKeys: readonly string[];
  readonly machineId?: string;
  readonly domains: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly protected: boolean;
  readonly role?: string;
  readonly probes: readonly Readonly<Record<string, unknown>>[];
}
