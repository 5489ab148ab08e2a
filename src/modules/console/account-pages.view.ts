import type { Instant } from '../../kernel/instant.js';
import type { ApiKey } from '../identity/index.js';

/** A key as a row of a list: what it may do, and whether it still works. */
export function keyRow({ id, label, prefix, scopes, expiresAt, revokedAt }: ApiKey, now: Instant) {
  const state = revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'inUse';
  return { id, label, prefix: `yz_${prefix}_…`, scopes: scopes.split(' '), expiresAt, state };
}
