import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, Role } from '../../kernel/actor.js';
import { invariant } from '../../kernel/invariant.js';

/** Who may call a route: everybody, anyone who is signed in, or accounts that have one of the roles. */
export type Allowed = 'anyone' | 'signed-in' | Role;

export const ALLOW = 'yanzhen:allow';

/** Names who may call the route. A route without it stops the start. */
export const Allow = (...allowed: readonly Allowed[]) => SetMetadata(ALLOW, allowed);

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
}

/** The account that calls; only on routes that ask for one. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  invariant(actor, 'a route that takes an actor is not open to anyone');
  return actor;
});

/** Finds out who calls. `identity` provides it; a wrong or expired credential is nobody. */
export abstract class Authenticator {
  abstract authenticate(request: FastifyRequest): Promise<Actor | undefined>;
}
