import { type sentenceTexts } from '@skein/core';
import { type Translation } from './catalogue.ts';

/** Every sentence of the api in a language: one that is missing does not compile. English pages show the api's own text. */
export type SentenceCatalogue = Translation<typeof sentenceTexts>;
