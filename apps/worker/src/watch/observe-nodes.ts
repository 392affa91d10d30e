import { type NodeTarget, type Probe, type ProbeResult } from '@skein/core';
import { NodeAccessError, type NodeTransport } from '@skein/node-access';
import { type ObservationRound, type ObservedNode } from '@skein/persistence';

type Observation = ObservationRound['nodes'][number] & { readonly blind: boolean };

const observationsAtOnce = 12;

export interface ObserveTools {
  readonly transport: NodeTransport;
  readonly probe: (target: NodeTarget, probe: Probe) => Promise<ProbeResult>;
}

/** Looks at each node once. The way in being down says nothing about nodes: such a round is blind, and nobody is blamed for it. */
export async function observeNodes(tools: ObserveTools, nodes: readonly ObservedNode[], gapSecondsMax: number): Promise<ObservationRound> {
  const seen: Observation[] = [];
  const bulk = nodes.filter((node) => node.probes.length === 0 && node.target.route.kind === 'simulated');
  if (bulk.length > 0 && tools.transport.pingMany !== undefined) {
    const answers = await tools.transport.pingMany(bulk.map((node) => node.target));
    answers.forEach((answer, index) => {
      const nodeId = bulk[index]?.target.nodeId;
      if (nodeId !== undefined) seen.push(typeof answer === 'string' ? missed(nodeId, answer) : { nodeId, reachable: true, bootId: answer.bootId, results: [], blind: false });
    });
  }
  const single = nodes.filter((node) => !bulk.includes(node) || tools.transport.pingMany === undefined);
  const waiting = [...single];
  const worker = async (): Promise<void> => {
    for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) seen.push(await observe(tools, node));
  };
  await Promise.all(Array.from({ length: observationsAtOnce }, worker));
  return { gapSecondsMax, nodes: seen.map(({ nodeId, reachable, bootId, results }) => ({ nodeId, reachable, bootId, results })), blind: seen.length > 0 && seen.every((observation) => observation.blind) };
}

async function observe(tools: ObserveTools, { target, probes }: ObservedNode): Promise<Observation> {
  const results = await Promise.all(probes.map((probe) => tools.probe(target, probe)));
  // A service that answers has shown more than a login could; only where none does is the node itself asked.
  if (results.length > 0 && results.every((result) => result.verdict === 'good')) return { nodeId: target.nodeId, reachable: true, bootId: null, results, blind: false };
  try {
    const { bootId } = await tools.transport.ping(target);
    return { nodeId: target.nodeId, reachable: true, bootId, results, blind: false };
  } catch (error) {
    if (!(error instanceof NodeAccessError)) throw error;
    return { ...missed(target.nodeId, error.failure), results };
  }
}

function missed(nodeId: NodeTarget['nodeId'], failure: NodeAccessError['failure']): Observation {
  const wayIsDown = failure === 'proxyDown' || failure === 'bastionDown';
  return { nodeId, reachable: wayIsDown ? null : false, bootId: null, results: [], blind: wayIsDown };
}
