import { createServer, get, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Response } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { type ReportHead, type ReportNode } from './campaign-report.ts';
import { csvLine } from './csv-line.ts';
import { sendStream } from './send-stream.ts';
import { reportHtml } from './write-report-html.ts';

describe('a line of an export', () => {
  it.each(['=1+1', '+1', '-2+3', '@SUM(A1)', '\tx', '\rx'])('is no formula that begins with %j', (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
  });

  it('is quoted where it must be', () => {
    expect(csvLine(['a', null, 'b,c', 'say "x"', 'two\nlines', ' blank', -5, true])).toBe('a,,"b,c","say ""x""","two\nlines"," blank",-5,true\r\n');
  });
});

describe('a stream of pieces', () => {
  const servers: Server[] = [];
  afterEach(() => { for (const server of servers.splice(0)) server.close(); });
  const serve = async (answer: (response: Response) => Promise<void>, failed: unknown[] = []): Promise<string> => {
    const app = express();
    app.get('/', (_request, response) => {
      answer(response).catch((cause: unknown) => {
        failed.push(cause);
        response.destroy();
      });
    });
    const server = createServer(app);
    servers.push(server);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  };

  it('stops being read when its client goes, and waits for one that is slow', async () => {
    let [pieces, ended] = [0, false];
    async function* endless(): AsyncGenerator<string> {
      try {
        for (; ; pieces += 1) yield await Promise.resolve('x'.repeat(1_000_000));
      } finally {
        ended = true;
      }
    }
    const failed: unknown[] = [];
    const address = await serve((response) => sendStream(response, { type: 'text/csv', fileName: 'a.csv' }, endless()), failed);
    const answer = await new Promise<{ destroy(): unknown }>((resolve) => { get(address, (incoming) => { incoming.pause(); resolve(incoming); }); });
    for (let before = -1; before !== pieces;) {
      before = pieces;
      await sleep(300);
    }
    const read = pieces;
    expect(ended).toBe(false);
    answer.destroy();
    for (let turn = 0; turn < 100 && !ended; turn += 1) await sleep(20);
    expect([ended, failed]).toEqual([true, []]);
    expect(pieces).toBeLessThan(read + 20);
  });

  it('is visibly cut off when it fails in the middle, and has a status when it fails before', async () => {
    async function* failing(after: number): AsyncGenerator<string> {
      for (let piece = 0; piece < after; piece += 1) yield 'piece\n';
      await Promise.reject(new Error('the database has gone'));
    }
    const failed: unknown[] = [];
    const middle = await serve((response) => sendStream(response, { type: 'text/csv', fileName: null }, failing(3)), failed);
    await expect(fetch(middle).then((response) => response.text())).rejects.toThrow();
    await expect(sendStream({ headersSent: false } as Response, { type: 'text/csv', fileName: null }, failing(0))).rejects.toThrow('the database has gone');
    expect(failed).toMatchObject([{ message: 'the database has gone' }]);
  });
});

describe('a printed report', () => {
  const head: ReportHead = {
    schema: 'skein.campaignReport/1', writtenAt: '2026-01-01T00:00:00.000Z', target: null, approvals: [], excluded: [], waves: [], verdicts: [], document: null,
    campaign: {
      id: 'c', name: '<script>alert(1)</script>', kind: 'migrate', state: 'DRAFT', stateReason: null, stateDetail: [], parentId: null, digest: null, author: '"><img src=x>', lastEditor: 'a', createdAt: '2026-01-01T00:00:00.000Z',
      startedAt: null, finishedAt: null, counts: {}, overdue: 0,
    },
  };
  const node: ReportNode = {
    hostname: 'web-1', externalId: 'i', site: 's', wave: 1, state: 'SUCCEEDED', reason: null, failureClass: null, attempts: 1, startedAt: null, endedAt: null, unavailableSecondsLower: 3, unavailableSecondsUpper: 4.5, remediation: '<b onclick=x>',
  };
  async function* batches(): AsyncGenerator<readonly ReportNode[]> {
    yield await Promise.resolve([node, { ...node, hostname: 'web-2' }]);
  }

  it('shows what was written into it as text, and asks for nothing from elsewhere', async () => {
    let page = '';
    for await (const piece of reportHtml(head, batches())) page += piece;
    expect(page).not.toMatch(/<script|<img|<b |src=[^x]|href=|url\(|@import/);
    expect(page).toContain('&#60;script&#62;');
    expect(page).toContain('<td>2 nodes'.replace('<td>', '<td colspan="7">'));
    expect(page).toContain('6 to 9');
  });
});
