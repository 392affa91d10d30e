import { type SentenceCatalogue } from '../sentences.ts';
import { campaignSentences } from './campaign-sentences.ts';
import { findings } from './findings.ts';
import { runSentences } from './run-sentences.ts';

/** The api's sentences in Chinese. */
export const sentences: SentenceCatalogue = { ...findings, ...runSentences, ...campaignSentences };
