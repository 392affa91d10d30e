import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Public } from './allow.ts';
import { ConsolePage } from './console-files.ts';
import { GraphqlFailure } from './graphql-failure.ts';
import { CONSOLE_PAGE } from './injection-tokens.ts';

/** Registered last: whatever no other route knows is an address inside the console, if a browser asks for a page. */
@Controller()
export class ConsoleController {
  constructor(@Inject(CONSOLE_PAGE) private readonly page: ConsolePage) {}

  @Get('{*path}')
  @Public()
  show(@Req() request: Request, @Res() response: Response): void {
    const isFile = /\.[a-z0-9]{1,8}$/i.test(request.path) && !request.path.endsWith('.html');
    if (isFile || request.accepts(['html', 'json']) !== 'html') throw new GraphqlFailure('NOT_FOUND', 'there is nothing here');
    this.page.send(response);
  }
}
