import { blockingFindings, sentence, sentenceTexts, type SiteId, tell } from '@skein/core';
import { NodeAccessError } from '@skein/node-access';
import { type AssessmentAnswer, type AssessmentQueue, type ClaimedAssessment } from '@skein/persistence';
import { startLoop, type BackgroundLoop } from '../driver/background-loop.ts';
import { isStranger, lookAtNode, type LookTools } from '../run/look-at-node.ts';
import { type NodeAccess } from '../run/run-context.ts';
import { describeSilence } from './describe-silence.ts';

const lookEveryMilliseconds = 2000;
/** Nodes that one worker looks at at the same time in one site: a solver runs on each, and campaigns come first. */
const nodesAtOnceMax = 8;
/** A third of what a claim holds: one renewal may be lost. */
const keepEveryMilliseconds = 20_000;

export interface AssessTools extends LookTools {
  readonly queue: AssessmentQueue;
  readonly targetOf: (nodeId: string) => Promise<NodeAccess>;
}

/** Works off what people asked to be assessed at this site: reads each node as the inspection of a run does, and takes nothing. */
export function assessNodes(siteId: SiteId, tools: AssessTools, onError: (what: string, error: Error) => void): BackgroundLoop {
  const underWay = new Map<ClaimedAssessment, Promise<void>>();
  let stopping = false;
  const work = async (claim: ClaimedAssessment): Promise<void> => {
    try {
      await tools.queue.close(claim, await answerOf(tools, claim));
    } catch (cause) {
      // The claim runs out, and somebody tries again.
      onError(`assess node ${claim.nodeId}`, cause as Error);
    } finally {
      underWay.delete(claim);
      loop.nudge();
    }
  };
  const loop = startLoop({
    name: `assessments of site ${siteId}`, pauseMilliseconds: lookEveryMilliseconds, onError,
    async round() {
      const free = nodesAtOnceMax - underWay.size;
      if (free === 0 || stopping) return false;
      const claims = await tools.queue.take(siteId, free);
      for (const claim of claims) underWay.set(claim, work(claim));
      return claims.length === free;
    },
  });
  const keeping = startLoop({
    name: `claims of assessments of site ${siteId}`, pauseMilliseconds: keepEveryMilliseconds, onError,
    async round() {
      if (underWay.size > 0) await tools.queue.keep([...underWay.keys()]);
      return false;
    },
  });
  return {
    nudge: () => { loop.nudge(); },
    age: () => loop.age(),
    async stop() {
      stopping = true;
      await loop.stop();
      await Promise.all(underWay.values());
      await keeping.stop();
    },
  };
}

const inChange: AssessmentAnswer = { kind: 'failed', message: sentenceTexts.silence.inChange };

async function answerOf(tools: AssessTools, { nodeId, machineId, target }: ClaimedAssessment): Promise<AssessmentAnswer> {
  if (await tools.queue.isInChange(nodeId)) return inChange;
  try {
    const access = await tools.targetOf(nodeId);
    const hello = await tools.transport.hello(access.target);
    if (isStranger(machineId, hello)) return { kind: 'failed', message: sentenceTexts.silence.stranger };
    // Saying hello may have taken a while, and the solver holds the package lock that a change needs.
    if (await tools.queue.isInChange(nodeId)) return inChange;
    const look = await lookAtNode(tools, access, target);
    if (look.kind === 'looked') return { kind: 'done', facts: look.facts, findings: look.findings, ready: blockingFindings(look.findings).length === 0 };
    const said = sentence('finding.onTarget', { system: `${look.facts.osId} ${look.facts.osVersion}` });
    const onTarget = { checkId: 'os.onTarget', severity: 'inhibit', message: tell(said), sentence: said, remediation: sentenceTexts.remedy.onTarget, unreadable: false } as const;
    return { kind: 'done', facts: look.facts, findings: [onTarget], ready: false };
  } catch (cause) {
    if (cause instanceof NodeAccessError) return { kind: 'failed', message: describeSilence(cause) };
    throw cause;
  }
}
