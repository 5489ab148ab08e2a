import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';
import { OpenApi } from '../../src/platform/http/openapi.controller.js';

/** A route that changes something, and the class of its body when it has one. */
export interface ChangingRoute {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly fields: readonly string[];
}

/** `ROUTE_ARGS_METADATA` keys begin with the kind of the argument; 3 is the body. */
const BODY = '3:';

/** Every route under /api that changes something, with the fields of its body. */
export function changingRoutes(app: NestFastifyApplication): ChangingRoute[] {
  const bodies = bodyClasses(app);
  return Object.entries(app.get(OpenApi).json.paths).flatMap(([path, item]) =>
    (['post', 'put', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const body = bodies.get(operation.operationId ?? '');
      return [{ method: method.toUpperCase() as ChangingRoute['method'], path, fields: body ? fieldsOf(body) : [] }];
    }),
  );
}

function bodyClasses(app: NestFastifyApplication): Map<string, object> {
  const found = new Map<string, object>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const name = metatype.name.replace(/Controller$/, '');
      for (const method of Object.getOwnPropertyNames(metatype.prototype)) {
        const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype, method) ?? {}) as Record<
          string,
          { index: number }
        >;
        const key = Object.keys(args).find((candidate) => candidate.startsWith(BODY));
        const types = (Reflect.getMetadata('design:paramtypes', metatype.prototype, method) ?? []) as object[];
        const type = key === undefined ? undefined : types[args[key]?.index ?? -1];
        if (type) found.set(`${name}.${method}`, type);
      }
    }
  }
  return found;
}

function fieldsOf(body: object): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(body as never, '', true, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}
