export type { ConformanceCase } from './conformance/conformance-case.ts';
export type { ConformanceNode, TransportWorld } from './conformance/transport-world.ts';
export type { Dial, ProbeCommand, ProbeContext } from './probe/run-probe.ts';
export type { FleetControl, SimulatedTruth } from './simulated/fleet-control.ts';
export type { HookAnswer, HookInput, HookName, HookRunner } from './hook/hook.ts';
export type { HookSet } from './hook/command-hooks.ts';
export type { IntegrationProblem, Integrations, ProviderSettings } from './provider/parse-integrations.ts';
export type { OpenIntegrations } from './provider/open-integrations.ts';
export type { ProberParts } from './probe/open-prober.ts';
export type { ProviderWorld } from './conformance/provider-conformance.ts';
export type { PowerState, Provider } from './provider/provider.ts';
export type { SimulatedFault, SimulatedFleetOptions, SimulatedTiming } from './simulated/fleet-options.ts';
export type { SimulatedFleet } from './simulated/fleet-handle.ts';
export type { SimulatedNodeIdentity } from './simulated/node-identity.ts';
export type { SimulatedTransport } from './simulated/simulated-transport.ts';
export type {
  Fingerprint, FollowFrame, Hello, InspectRequest, JobKind, JobStatus, LaunchAnswer, LaunchRequest, LogSlice, NodeAccessFailure, NodePing, NodeTransport, VerifyRequest,
} from './transport/node-transport.ts';

export { NodeAccessError } from './transport/node-transport.ts';
export { commandHooks, hookNames } from './hook/command-hooks.ts';
export { commandProvider } from './provider/command-provider.ts';
export { dialDirect } from './probe/dial-direct.ts';
export { findSimulatedFleet, startSimulatedFleet, stopSimulatedFleet } from './simulated/fleet-handle.ts';
export { openFleetControl } from './simulated/fleet-control.ts';
export { openIntegrations } from './provider/open-integrations.ts';
export { openProber } from './probe/open-prober.ts';
export { openSimulatedTransport } from './simulated/simulated-transport.ts';
export { openTransport } from './transport/open-transport.ts';
export { parseIntegrations } from './provider/parse-integrations.ts';
export { providerConformance } from './conformance/provider-conformance.ts';
export { runProbe } from './probe/run-probe.ts';
export { simulatedFaults } from './simulated/fleet-options.ts';
export { simulatedNode, simulatedNodes } from './simulated/node-identity.ts';
export { simulatedProvider } from './provider/simulated-provider.ts';
export { simulatedTarget } from './simulated/package-catalogue.ts';
export { transportConformance } from './conformance/transport-conformance.ts';
