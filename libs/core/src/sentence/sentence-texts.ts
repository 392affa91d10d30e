import { auditTexts, campaignTexts, gateTexts, observationTexts, outageTexts, planTexts, specTexts } from './campaign-texts.ts';
import { factTexts, findingTexts } from './finding-texts.ts';
import { causeTexts, obstacleTexts } from './obstacle-texts.ts';
import { remedyTexts } from './remedy-texts.ts';
import { runRemedyTexts } from './run-remedy-texts.ts';
import { silenceTexts } from './silence-texts.ts';

/**
 * Every sentence that Skein says about nodes, runs and campaigns, in English; the console has each of them in its other languages, or does
 * not compile. `%{name}` is filled in, `one |||| many` chosen by `count`.
 */
export const sentenceTexts = {
  finding: findingTexts, fact: factTexts, remedy: remedyTexts, runRemedy: runRemedyTexts, silence: silenceTexts, obstacle: obstacleTexts, cause: causeTexts, gate: gateTexts, observation: observationTexts,
  outage: outageTexts, audit: auditTexts, campaign: campaignTexts, plan: planTexts, spec: specTexts,
} as const;
