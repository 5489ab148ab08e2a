import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Actor, Idempotency } from '../../kernel/actor.js';
import { ALLOW, type Allowed, Authenticator } from './access.js';
import { refuse } from './http.refusals.js';
import { requestHash } from './request-hash.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const KEY = /^[\x21-\x7e]{8,128}$/;

/** Denies by default: who is it, may they, and does the request come from our own pages. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const allowed = this.reflector.get<Allowed[] | undefined>(ALLOW, context.getHandler()) ?? [];
    const actor = await this.authenticator.authenticate(request);
    checkOrigin(request, actor !== undefined);
    checkAccount(request, actor);
    if (actor) request.actor = await withIdempotency(actor, request);
    if (allowed.includes('anyone')) return true;
    if (!actor) throw refuse.signInFirst();
    if (allowed.includes('signed-in') || actor.roles.some((role) => allowed.includes(role))) return true;
    throw refuse.notAllowed({ roles: allowed.join(', ') });
  }
}

/**
 * A browser's cookie comes along from any site, so a change must come from a page of this very address; so must
 * signing in, or another site could sign a visitor in as somebody else. Without Origin and cookie it is no browser.
 */
function checkOrigin(request: FastifyRequest, isSignedIn: boolean): void {
  if (READS.has(request.method) || request.headers.authorization) return;
  const { origin } = request.headers;
  if (origin === undefined && !isSignedIn) return;
  if (origin === undefined || !isOurs(origin, request.host)) throw refuse.otherOrigin();
}

function isOurs(origin: string, host: string): boolean {
  if (!/^https?:\/\/[^/@]+$/i.test(origin) || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}

/**
 * A page may say whose it is: what it held for one person is not recorded for another who signed in since, in another
 * tab or after the network came back.
 */
function checkAccount({ headers }: FastifyRequest, actor: Actor | undefined): void {
  const whose = headers['x-account'];
  if (whose !== undefined && actor && whose !== actor.accountId) throw refuse.otherAccount();
}

async function withIdempotency(actor: Actor, request: FastifyRequest): Promise<Actor> {
  const key = request.headers['idempotency-key'];
  if (key === undefined || READS.has(request.method)) return actor;
  if (typeof key !== 'string' || !KEY.test(key)) throw refuse.idempotencyKey();
  const idempotency: Idempotency = { key, requestHash: await requestHash(request, `${actor.accountId} ${key}`) };
  return { ...actor, idempotency };
}
