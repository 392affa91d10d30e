import { readFileSync } from 'node:fs';
import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../platform/allow.ts';

// Not copied by the compiler: from the folder of sources, wherever this file is.
const schema = readFileSync(new URL('../../src/generated/skein-campaign.schema.json', import.meta.url), 'utf8');

/** The JSON Schema that exported campaign documents name in their first line. Public, since editors fetch it and it says nothing about a fleet. */
@Controller()
export class DocumentSchemaController {
  @Get('schemas/skein-campaign.schema.json')
  @Public()
  @Header('Content-Type', 'application/schema+json; charset=utf-8')
  @Header('Access-Control-Allow-Origin', '*')
  read(): string {
    return schema;
  }
}
