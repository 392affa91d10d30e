import { auditActions } from '@skein/core';
import { buildASTSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { readSchema } from '../generate-graphql-types.ts';
import { pageHead, table } from './markdown.ts';

const introduction = `What Skein tells of itself: the links of the audit chain, which stay, and the live topics, which tell what is so now.

The audit is read with the query \`audit\` (permission \`audit:read\`), in the console under **Audit** and with \`skein audit list\`. It is a chain: each link holds the hash of the one before, and \`auditVerify\` or \`skein audit verify\` recomputes all of it.`;

const oneLine = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s*\n\s*/gu, ' ').trim();

/** The audit's actions and the topics of the subscription. */
export async function eventsReference(): Promise<string> {
  const actions = Object.entries(auditActions).sort(([left], [right]) => (left < right ? -1 : 1));
  const schema = buildASTSchema(await readSchema());
  const event = schema.getType('LiveEvent');
  const topics = schema.getType('LiveTopicInput');
  const attention = schema.getType('AttentionKind');
  if (!isObjectType(event) || !isInputObjectType(topics) || !isEnumType(attention)) throw new Error('the schema has no LiveEvent, LiveTopicInput or AttentionKind to describe');
  const parts = [
    '## Audit actions',
    table(['action', 'about', 'what happened'], actions.map(([action, { about, says }]) => [`\`${action}\``, `\`${about}\``, says])),
    '## Live topics',
    'One subscription, `live(topics: [...])`, over graphql-ws at `/graphql`, with the same sign-in and permissions as a query.',
    table(['topic', 'meaning'], Object.values(topics.getFields()).map((field) => [`\`${field.name}\``, oneLine(field.description)])),
    oneLine(event.description),
    table(['field', 'type', 'meaning'], Object.values(event.getFields()).map((field) => [`\`${field.name}\``, `\`${String(field.type)}\``, oneLine(field.description)])),
    '## What needs a person',
    'Kinds of the items that the topic `now` and the screen **Now** show.',
    table(['kind', 'meaning'], attention.getValues().map((value) => [`\`${value.name}\``, oneLine(value.description)])),
  ];
  return `${pageHead('Events', introduction)}\n${parts.join('\n\n')}\n`;
}
