import { Controller, Get } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryModule, DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Test, type TestingModule } from '@nestjs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppModule } from '../app.module.ts';
import { accessKey } from './allow.ts';
import { AccessGuard } from './access.guard.ts';
import { fakeParts } from './fake-parts.ts';

/** Metadata that @nestjs/graphql puts on each query, mutation, subscription and field. */
const resolverName = 'graphql:resolver_name';
const fieldResolver = 'graphql:resolve_property';

interface Method {
  readonly name: string;
  readonly graphqlName: string | undefined;
  readonly isEntry: boolean;
  readonly access: unknown;
}

let module: TestingModule;
let methods: readonly Method[];

beforeAll(async () => {
  module = await Test.createTestingModule({ imports: [AppModule.with(fakeParts()), DiscoveryModule] }).compile();
  await module.init();
  methods = everyMethod(module);
});
afterAll(() => module.close());

describe('access to the api', () => {
  it('is declared by every resolver method and every route', () => {
    const undeclared = methods.filter(({ isEntry, access }) => isEntry && access === undefined).map(({ name }) => name);
    expect(undeclared).toEqual([]);
  });

  it('is looked at for every query and mutation of the schema', () => {
    const { schema } = module.get(GraphQLSchemaHost);
    const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
    const seen = new Set(methods.map(({ graphqlName }) => graphqlName));
    expect(fields.length).toBeGreaterThan(40);
    expect(fields.filter((field) => !seen.has(field))).toEqual([]);
  });

  it('is public only for signing in, for health, for the schema of documents and for the page of the console', () => {
    expect(methods.filter(({ access }) => (access as { readonly kind?: string } | undefined)?.kind === 'public').map(({ name }) => name).sort()).toEqual([
      'ConsoleController.show', 'DocumentSchemaController.read', 'HealthController.live', 'HealthController.ready', 'HealthController.scrape', 'IdentityResolver.signIn', 'PlatformResolver.health',
    ]);
  });

  it('is refused where a method declares nothing', () => {
    @Controller()
    class Careless {
      @Get('door')
      door(): void { /* open to everybody, if nobody looked */ }
    }
    const context = { getHandler: () => Careless.prototype.door, getClass: () => Careless };
    expect(() => new AccessGuard(new Reflector()).canActivate(context as never)).toThrow('Careless.door declares no permission');
  });
});

function everyMethod(from: TestingModule): readonly Method[] {
  const discovery = from.get(DiscoveryService);
  const scanner = new MetadataScanner();
  return [...discovery.getProviders(), ...discovery.getControllers()].flatMap(({ instance, metatype }) => {
    if (typeof instance !== 'object' || instance === null || typeof metatype !== 'function') return [];
    const prototype = Object.getPrototypeOf(instance) as object;
    return scanner.getAllMethodNames(prototype).map((key): Method => {
      const handler = (prototype as Readonly<Record<string, object>>)[key] ?? {};
      const graphqlName = Reflect.getMetadata(resolverName, handler) as string | undefined;
      const isEntry = graphqlName !== undefined || Reflect.hasMetadata(fieldResolver, handler) || Reflect.hasMetadata(PATH_METADATA, handler);
      return { name: `${metatype.name}.${key}`, graphqlName, isEntry, access: Reflect.getMetadata(accessKey, handler) };
    });
  });
}
