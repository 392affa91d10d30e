import { type Sentence, type SentenceValue } from './sentence.ts';
import { sentenceTexts } from './sentence-texts.ts';

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = sentenceTexts;

/** The English text of a sentence. Of `one |||| many` its `count` takes one. */
export function tell({ code, values }: Sentence): string {
  const [group = '', name = ''] = code.split('.', 2);
  const [one = code, many = one] = (texts[group]?.[name] ?? code).split(' |||| ');
  return (values['count'] === 1 ? one : many).replace(/%\{(\w+)\}/gu, (whole, key: string) => {
    const value = values[key];
    return value === undefined ? whole : told(value);
  });
}

function told(value: SentenceValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if ('at' in value) return `${value.at.slice(0, 16).replace('T', ' ')} UTC`;
  if ('term' in value) return value.term.slice(value.term.indexOf('.') + 1);
  if ('code' in value) return tell(value);
  return `${value.names.map(told).join(', ')}${value.more > 0 ? ` and ${String(value.more)} more` : ''}`;
}
