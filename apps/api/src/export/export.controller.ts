import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type NodeFilter } from '@skein/persistence';
import { type Response } from 'express';
import { toNodeFilter } from '../node/to-node-filter.ts';
import { Allow } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { badRequest, GraphqlFailure } from '../platform/graphql-failure.ts';
import { Persistence } from '../platform/persistence.ts';
import { senderOf } from '../platform/take-operation.ts';
import { CampaignReports, type ReportHead, type ReportNode } from './campaign-report.ts';
import { auditCsv, nodesCsv } from './list-exports.ts';
import { readFilterParameter } from './read-filter-parameter.ts';
import { sendStream } from './send-stream.ts';
import { reportHtml, reportPolicy } from './write-report-html.ts';
import { reportCsv, reportJson } from './write-report.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** Lists and reports as files, whole and as they are read. Each needs the permission of the queries that show the same. */
@Controller()
export class ExportController {
  constructor(private readonly persistence: Persistence, private readonly reports: CampaignReports, private readonly schemaHost: GraphQLSchemaHost) {}

  @Get('exports/nodes.csv')
  @Allow('fleet:read')
  nodes(@Query() query: Parameters, @Res() response: Response, @Caller() caller: SignedInScope): Promise<void> {
    const wanted = readParameters(query, ['query', 'filter', 'source']);
    if (wanted.has('query') && wanted.has('filter')) throw badRequest('give either the parameter query or the parameter filter: a filter has a query of its own');
    const filter: NodeFilter = toNodeFilter(wanted.has('filter') ? readFilterParameter(this.schemaHost.schema, wanted.get('filter') ?? '') : { query: wanted.get('query') ?? null });
    return sendStream(response, { type: 'text/csv', fileName: 'nodes.csv' }, nodesCsv(this.shared(caller, this.persistence.exports.nodes(filter, wanted.get('source') ?? null))));
  }

  @Get('exports/audit.csv')
  @Allow('audit:read')
  audit(@Query() query: Parameters, @Res() response: Response, @Caller() caller: SignedInScope): Promise<void> {
    const wanted = readParameters(query, ['objectKind', 'objectId', 'actor', 'action', 'from', 'until']);
    const filter = {
      objectKind: wanted.get('objectKind'), objectId: wanted.get('objectId'), actorName: wanted.get('actor'), action: wanted.get('action'), from: momentOf('from', wanted.get('from')), until: momentOf('until', wanted.get('until')),
    };
    return sendStream(response, { type: 'text/csv', fileName: 'audit.csv' }, auditCsv(this.shared(caller, this.persistence.exports.audit(filter))));
  }

  @Get('campaigns/:id/report.json')
  @Allow('campaign:read')
  async reportJson(@Param('id') id: string, @Res() response: Response, @Caller() caller: SignedInScope): Promise<void> {
    const head = await this.headOf(id, caller);
    await sendStream(response, { type: 'application/json', fileName: `campaign-${head.campaign.id}.json` }, reportJson(head, this.nodesOf(id, caller)));
  }

  @Get('campaigns/:id/report.csv')
  @Allow('campaign:read')
  async reportCsv(@Param('id') id: string, @Res() response: Response, @Caller() caller: SignedInScope): Promise<void> {
    const head = await this.headOf(id, caller);
    await sendStream(response, { type: 'text/csv', fileName: `campaign-${head.campaign.id}.csv` }, reportCsv(this.nodesOf(id, caller)));
  }

  @Get('campaigns/:id/report.html')
  @Allow('campaign:read')
  async reportHtml(@Param('id') id: string, @Res() response: Response, @Caller() caller: SignedInScope): Promise<void> {
    const head = await this.headOf(id, caller);
    await sendStream(response, { type: 'text/html', fileName: null, policy: reportPolicy }, reportHtml(head, this.nodesOf(id, caller)));
  }

  private async headOf(id: string, caller: SignedInScope): Promise<ReportHead> {
    const head = await this.persistence.readFor(senderOf(caller), () => this.reports.head(id));
    if (head === null) throw new GraphqlFailure('NOT_FOUND', 'there is no campaign with this id');
    return head;
  }

  private nodesOf(id: string, caller: SignedInScope): AsyncGenerator<readonly ReportNode[]> {
    return this.shared(caller, this.reports.nodes(id));
  }

  /** What is read is counted to who asked, as the reads of queries are: an export takes nobody's place. */
  private async* shared<Batch>(caller: SignedInScope, batches: AsyncGenerator<Batch>): AsyncGenerator<Batch> {
    try {
      for (;;) {
        const next = await this.persistence.readFor(senderOf(caller), () => batches.next());
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await batches.return(undefined);
    }
  }
}

function readParameters(query: Parameters, names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(Object.entries(query).map(([name, value]) => {
    if (!names.includes(name)) throw badRequest(`there is no parameter ${JSON.stringify(name.slice(0, 60))}; there are ${names.join(', ')}`);
    // PostgreSQL takes no NUL in a text.
    if (typeof value !== 'string' || value.includes('\0')) throw badRequest(`the parameter ${name} stands there more than once, or is no text`);
    return [name, value];
  }));
}

function momentOf(name: string, text: string | undefined): Date | null {
  if (text === undefined) return null;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw badRequest(`the parameter ${name} is not a moment such as 2026-01-31T08:00:00Z`);
  return at;
}
