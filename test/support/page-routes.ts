import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

/** The address of every page of the console, with `*` in the place of its parameters. */
export function consoleRoutes(app: NestFastifyApplication): string[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? pagesOf(metatype) : [])).toSorted();
}

/** An address with `*` for what differs from one thing to the next: ids, codes of items, hashes. */
export function shapeOf(path: string): string {
  const [plain = ''] = path.split(/[?#]/);
  return plain
    .replace(/\/(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[A-Z]{2,4}-[A-Z0-9-]+)(?=\/|$)/g, '/*')
    .replace(CATEGORY, '$1/*');
}

const CATEGORY = /^(\/console\/categories)\/[a-z-]+$/;

function pagesOf(controller: { readonly prototype: object }): string[] {
  const base = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  if (base !== 'console' && !base.startsWith('console/')) return [];
  const { prototype } = controller;
  const handlers = Object.getOwnPropertyNames(prototype).map((name) =>
    Object.getOwnPropertyDescriptor(prototype, name),
  );
  return handlers
    .map((property) => property?.value as object | undefined)
    .filter((handler) => typeof handler === 'function' && isPage(handler))
    .map((handler) => address(base, String(Reflect.getMetadata(PATH_METADATA, handler as object))));
}

function isPage(handler: object): boolean {
  return (
    Reflect.hasMetadata(PATH_METADATA, handler) && Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.GET
  );
}

function address(base: string, path: string): string {
  return `/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/\/$/, '').replaceAll(/:\w+/g, '*');
}
