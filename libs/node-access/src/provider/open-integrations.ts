import { commandHooks } from '../hook/command-hooks.ts';
import { type HookRunner } from '../hook/hook.ts';
import { type ProbeCommand } from '../probe/run-probe.ts';
import { commandProvider } from './command-provider.ts';
import { type Integrations } from './parse-integrations.ts';
import { type Provider } from './provider.ts';
import { simulatedProvider } from './simulated-provider.ts';

export interface OpenIntegrations {
  /** The provider that a site names; null: this worker knows none of that name. */
  provider(name: string): Provider | null;
  readonly hooks: HookRunner;
  readonly probeCommands: Readonly<Record<string, ProbeCommand>>;
  close(): void;
}

export function openIntegrations(integrations: Integrations): OpenIntegrations {
  const simulated = new Map<string, ReturnType<typeof simulatedProvider>>();
  const providers = new Map<string, Provider>();
  for (const [name, settings] of Object.entries(integrations.providers)) {
    if (settings.kind === 'command') {
      providers.set(name, commandProvider(settings.argv, settings.env, { timeoutSeconds: settings.timeoutSeconds }));
    } else {
      const provider = simulated.get(settings.socket) ?? simulatedProvider(settings.socket);
      simulated.set(settings.socket, provider);
      providers.set(name, provider);
    }
  }
  return {
    provider: (name) => providers.get(name) ?? null,
    hooks: commandHooks(integrations.hooks),
    probeCommands: integrations.probes,
    close() { for (const provider of simulated.values()) provider.close(); },
  };
}
