import { assessFacts, type Finding, type NodeFacts, type PreflightMinima, type ProbeResult, sentence, sentenceTexts, type TargetProfile, tell } from '@skein/core';
import { type Hello, type NodeTransport } from '@skein/node-access';
import { type NodeAccess } from './run-context.ts';

export interface LookTools {
  readonly transport: Pick<NodeTransport, 'hello' | 'inspect'>;
  readonly preflightMinima: PreflightMinima;
  /** What the node's service probes say; empty: none are defined. */
  readonly probe: (node: NodeAccess) => Promise<readonly ProbeResult[]>;
}

export type NodeLook =
  | { readonly kind: 'alreadyOnTarget'; readonly facts: NodeFacts }
  | { readonly kind: 'looked'; readonly facts: NodeFacts; readonly findings: readonly Finding[] };

/** Facts, preflight and prediction of one node: reads and changes nothing, whoever asks. */
export async function lookAtNode(tools: LookTools, access: NodeAccess, target: TargetProfile): Promise<NodeLook> {
  const { repositoryUrl, repositoryKey, osId } = target;
  const facts = await tools.transport.inspect(access.target, { repositoryUrl, repositoryKey, targetOsId: osId });
  if (facts.osId === osId) return { kind: 'alreadyOnTarget', facts };
  return { kind: 'looked', facts, findings: [...assessFacts(facts, { target, minima: tools.preflightMinima }), ...(await baselineFindings(tools, access))] };
}

/** A service that is ill before the change, or of which nobody knows, would be blamed on the change afterwards. */
async function baselineFindings(tools: LookTools, access: NodeAccess): Promise<Finding[]> {
  return (await tools.probe(access)).filter((result) => result.verdict !== 'good').map(({ verdict, detail }) => {
    const said = sentence('finding.serviceProbe', { detail });
    return { checkId: 'svc.baseline', severity: 'inhibit', message: tell(said), sentence: said, remediation: sentenceTexts.remedy.serviceProbe, unreadable: verdict === 'unknown' };
  });
}

/** Another machine answers under the name of the one that is known. */
export const isStranger = (pinnedMachineId: string | null, hello: Hello): boolean => pinnedMachineId !== null && hello.machineId !== pinnedMachineId;
