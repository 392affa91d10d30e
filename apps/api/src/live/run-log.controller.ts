import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Allow } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { badRequest } from '../platform/graphql-failure.ts';
import { RunLogStreams } from './run-log-streams.ts';

/** A job's log as server-sent events, for console and command line. */
@Controller()
export class RunLogController {
  constructor(private readonly streams: RunLogStreams) {}

  /**
   * Each event is a piece `{offset, nextOffset, totalBytes, text}`, and its id is the byte to go on from: give it as `Last-Event-ID` or as
   * `?offset=`. The event `end` says that the job has ended and that everything was told.
   */
  @Get('runs/:run/jobs/:job/log')
  @Allow('campaign:read')
  follow(
    @Param('run') runId: string, @Param('job') jobId: string, @Query('offset') offset: unknown, @Req() request: Request, @Res() response: Response, @Caller() caller: SignedInScope,
  ): Promise<void> {
    // A browser that connects anew knows better where it was than the address that it began with.
    return this.streams.follow({ runId, jobId, offset: offsetOf(request.headers['last-event-id'] ?? offset ?? '0'), caller, response });
  }
}

function offsetOf(text: unknown): number {
  if (typeof text !== 'string' || !/^\d{1,10}$/.test(text)) throw badRequest('an offset is a number of bytes from 0 on');
  return Number(text);
}
