import type { INestApplicationContext } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ALLOW } from './access.js';

/** Throws when a route does not say who may call it: such a route would be a door that nobody watches. */
export function checkEveryRouteSaysWho(app: INestApplicationContext): void {
  const open = [...app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap((wrapper) => unguardedHandlers(wrapper.metatype));
  if (open.length > 0) throw new Error(`These routes do not name who may call them (@Allow): ${open.join(', ')}`);
}

function unguardedHandlers(controller: unknown): string[] {
  if (typeof controller !== 'function') return [];
  const prototype = controller.prototype as Readonly<Record<string, unknown>>;
  return Object.getOwnPropertyNames(prototype)
    .filter((name) => name !== 'constructor' && isUnguardedRoute(prototype[name]))
    .map((name) => `${controller.name}.${name}`);
}

function isUnguardedRoute(handler: unknown): boolean {
  if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) return false;
  const allowed: unknown = Reflect.getMetadata(ALLOW, handler);
  return !Array.isArray(allowed) || allowed.length === 0;
}
