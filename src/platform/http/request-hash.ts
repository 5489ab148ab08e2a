import { createHash, scrypt } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';

/** Fields of our bodies that hold a password. */
const SECRET_FIELDS = ['password', 'current'];
/** As slow as what is kept of a password itself, and about 20 MB. */
const SCRYPT = { N: 16_384, r: 8, p: 1, maxmem: 64 * 1_048_576 };

/**
 * What is kept of a request to know it again: SHA-256 over method, address and body. The same body in another order
 * of keys is the same request. A password is made slow to guess from it, under the given salt.
 */
export async function requestHash(request: FastifyRequest, salt: string): Promise<string> {
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n`);
  const body: unknown = request.body;
  if (Buffer.isBuffer(body)) return hash.update(body).digest('hex');
  return hash.update(stableText(await withoutSecrets(body, salt))).digest('hex');
}

async function withoutSecrets(body: unknown, salt: string): Promise<unknown> {
  if (typeof body !== 'object' || body === null) return body;
  const kept: Record<string, unknown> = { ...body };
  for (const field of SECRET_FIELDS) {
    const secret = kept[field];
    if (typeof secret === 'string') kept[field] = await slowly(secret, salt);
  }
  return kept;
}

function slowly(secret: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, SCRYPT, (error, key) => (error ? reject(error) : resolve(key.toString('hex'))));
  });
}

/** Fractions are kept as they were written. Text that is not well-formed is refused later, with its field. */
function stableText(body: unknown): string {
  if (body === undefined || body === null) return '';
  return canonicalJson(JSON.parse(JSON.stringify(body, (_, value: unknown) => stable(value))) as Json);
}

function stable(value: unknown): unknown {
  if (typeof value === 'number') return `#${value}`;
  return typeof value === 'string' ? value.toWellFormed() : value;
}
