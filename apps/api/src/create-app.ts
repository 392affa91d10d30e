import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { AppModule, type AppParts } from './app.module.ts';
import { LiveSockets } from './live/live-sockets.ts';
import { createAdmission } from './platform/admit-operation.ts';
import { compressAnswer } from './platform/compress-answer.ts';
import { consoleFiles } from './platform/console-files.ts';
import { FairShare } from './platform/fair-share.ts';
import { openRequest } from './platform/open-request.ts';
import { pinoNestLogger } from './platform/pino-nest-logger.ts';
import { readBody } from './platform/read-body.ts';
import { securityHeaders } from './platform/security-headers.ts';
import { takeOperation } from './platform/take-operation.ts';
import { plainWebSettings } from './platform/web-settings.ts';

/** The whole api, not yet listening. */
export async function createApp(parts: AppParts): Promise<NestExpressApplication> {
  const { persistence, log, web = plainWebSettings } = parts;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(parts), { bodyParser: false, logger: pinoNestLogger(log), abortOnError: false });
  const admit = createAdmission(() => app.get(GraphQLSchemaHost).schema, trustedDocuments());
  app.disable('x-powered-by');
  app.use(securityHeaders(web));
  app.use(consoleFiles(web.consoleFolder));
  app.use(openRequest(persistence, log, web));
  app.use('/graphql', compressAnswer(), readBody(), takeOperation(admit, new FairShare(), persistence));
  await app.init();
  app.get(LiveSockets).attach(app.getHttpServer(), admit, web);
  return app;
}

/** Made from the documents of console and command line by `npm run codegen`; not copied by the compiler, like the schema. */
function trustedDocuments(): Readonly<Record<string, string>> {
  const source = import.meta.dirname.replace(/\/dist$/, '/src');
  return JSON.parse(readFileSync(`${source}/generated/trusted-documents.json`, 'utf8')) as Readonly<Record<string, string>>;
}
