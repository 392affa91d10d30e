import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { AppModule, type AppParts } from './app.module.ts';
import { openRequest } from './platform/open-request.ts';
import { pinoNestLogger } from './platform/pino-nest-logger.ts';

/** The whole api, not yet listening. */
export async function createApp(parts: AppParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(parts), { bodyParser: false, logger: pinoNestLogger(parts.log), abortOnError: false });
  app.disable('x-powered-by');
  // Nothing but JSON and plain text is served, so nothing may be loaded, framed or guessed.
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }, crossOriginResourcePolicy: { policy: 'same-origin' } }));
  app.use(openRequest(parts.persistence, parts.log));
  await app.init();
  return app;
}
