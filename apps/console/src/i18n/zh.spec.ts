import { describe, expect, it } from 'vitest';
import { zh } from './zh.ts';

/** What is called the same in every language. */
const names = /\b(Skein|PostgreSQL|Temporal|SSH|API|CSV|YAML|JSON|UTC|URL|ID|sudo|root|unix|host|port|path|CentOS|OpenCloudOS|TencentOS|GraphQL|SKEIN_TOKEN|Authorization|Bearer|os-release|https?)\b|%\{\w+\}/gu;

/** What people type as it stands: a command line, a query. */
const isInput = (text: string): boolean => /^skein |^[\w.]+=/u.test(text);

type Catalogue = { readonly [key: string]: string | Catalogue };

const textsOf = (catalogue: Catalogue, path: string): (readonly [string, string])[] =>
  Object.entries(catalogue).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as const] : textsOf(value, `${path}${key}.`)));

describe('the Chinese catalogue', () => {
  const texts = textsOf(zh, '');

  it('is Chinese: no text is only English words', () => {
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter(([, text]) => !isInput(text) && !/\p{Script=Han}/u.test(text) && /[A-Za-z]{3,}/u.test(text.replaceAll(names, '')))).toEqual([]);
  });

  it('has full-width punctuation in its sentences', () => {
    expect(texts.filter(([, text]) => /\p{Script=Han}[,;?!](?!\d)|\p{Script=Han}\.$/u.test(text))).toEqual([]);
  });
});
