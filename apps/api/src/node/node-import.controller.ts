import { Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type ImportFormat, type ImportMode, type NodesImportPayload } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { badRequest } from '../platform/graphql-failure.ts';
import { type NodeImport, NodeImportCommands, ImportTooLarge, refused, tooLarge } from './node-import.commands.ts';

const bodyBytesMax = 256 * 1024 * 1024;
const formats: Readonly<Record<string, ImportFormat>> = { csv: 'CSV', json: 'JSON', yaml: 'YAML' };
const modes: Readonly<Record<string, ImportMode>> = { merge: 'MERGE', mirror: 'MIRROR' };
const flags: Readonly<Record<string, boolean>> = { true: true, false: false };

/** `nodesImport` for files: the body is the file and is read as it comes in. Answers what `nodesImport` answers. */
@Controller()
export class NodeImportController {
  constructor(private readonly commands: NodeImportCommands) {}

  @Post('nodes/import')
  @HttpCode(200)
  @Allow('inventory:write')
  async import(@Query() query: Readonly<Record<string, unknown>>, @Req() request: Request, @Res({ passthrough: true }) response: Response, @Caller() caller: SignedInScope): Promise<NodesImportPayload | undefined> {
    const wanted = readQuery(query);
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw badRequest('the body is sent as it is, without a content encoding');
    if ((request.headers['content-type'] ?? '').toLowerCase().startsWith('multipart/')) throw badRequest('the body is the file itself, and not a form');
    // What is not read any more is not waited for either.
    const tooLargeAnswer = (): NodesImportPayload => {
      response.setHeader('Connection', 'close');
      return refused(tooLarge(bodyBytesMax, 'Split it.'), 0);
    };
    if (Number(request.headers['content-length'] ?? 0) > bodyBytesMax) return tooLargeAnswer();
    try {
      return await this.commands.import({ ...wanted, chunks: bodyOf(request) }, caller);
    } catch (cause) {
      if (cause instanceof ImportTooLarge) return tooLargeAnswer();
      // The client has gone, and nothing was imported: there is nobody to tell.
      if (request.destroyed && !request.complete) return undefined;
      throw cause;
    }
  }
}

async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > bodyBytesMax) throw new ImportTooLarge();
    yield chunk;
  }
}

const defaults = { mode: 'merge', missingPercentMax: '5', dryRun: 'false' } as const;
const parameters = ['source', 'format', 'mode', 'dryRun', 'missingPercentMax', 'idempotencyKey'];

function readQuery(query: Readonly<Record<string, unknown>>): Omit<NodeImport, 'chunks'> {
  const strange = Object.keys(query).find((name) => !parameters.includes(name));
  if (strange !== undefined) throw badRequest(`there is no parameter ${JSON.stringify(strange.slice(0, 60))}; there are ${parameters.join(', ')}`);
  const text = (name: string, absent?: string): string => {
    const value = query[name] ?? absent;
    if (typeof value === 'string' && value !== '') return value;
    throw badRequest(value === undefined || value === '' ? `the parameter ${name} is missing` : `the parameter ${name} stands there more than once`);
  };
  const oneOf = <Value>(name: string, values: Readonly<Record<string, Value>>, absent?: string): Value => {
    const given = text(name, absent);
    const value = Object.hasOwn(values, given) ? values[given] : undefined;
    if (value === undefined) throw badRequest(`the parameter ${name} is one of ${Object.keys(values).join(', ')}`);
    return value;
  };
  const percent = text('missingPercentMax', defaults.missingPercentMax);
  if (!/^\d{1,3}(\.\d{1,6})?$/.test(percent)) throw badRequest('the parameter missingPercentMax is a number between 0 and 100');
  return {
    source: text('source'), format: oneOf('format', formats), mode: oneOf('mode', modes, defaults.mode), dryRun: oneOf('dryRun', flags, defaults.dryRun),
    missingPercentMax: Number(percent), idempotencyKey: text('idempotencyKey'),
  };
}
