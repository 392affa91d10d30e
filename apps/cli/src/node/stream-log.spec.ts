import { describe, expect, it } from 'vitest';
import { readServerSentEvents, type ServerSentEvent } from './stream-log.ts';

async function read(...chunks: readonly string[]): Promise<ServerSentEvent[]> {
  async function* given(): AsyncGenerator<string> {
    for (const chunk of chunks) yield chunk;
  }
  const events: ServerSentEvent[] = [];
  for await (const event of readServerSentEvents(given())) events.push(event);
  return events;
}

describe('a stream of server-sent events', () => {
  it('is read message by message, wherever its pieces are cut', async () => {
    const text = 'id: 12\nevent: log\ndata: {"text":"a"}\n\n: awake\n\nid: 20\ndata: b\ndata: c\n\nevent: end\ndata:\n\n';
    const wanted = [{ id: '12', event: 'log', data: '{"text":"a"}' }, { id: '20', event: 'message', data: 'b\nc' }, { id: null, event: 'end', data: '' }];
    expect(await read(text)).toEqual(wanted);
    expect(await read(...text)).toEqual(wanted);
    expect(await read(text.replaceAll('\n', '\r\n'))).toEqual(wanted);
  });

  it('leaves out what was not said to its end', async () => {
    expect(await read('data: a\n\ndata: b')).toEqual([{ id: null, event: 'message', data: 'a' }]);
  });
});
