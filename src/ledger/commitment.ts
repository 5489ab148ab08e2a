import { canonicalJson, type Json } from '../kernel/canonical-json.js';
import { sha256 } from '../platform/keys/sha256.js';
import type { DisclosureGroup } from './event.js';

const PREFIX = 'yanzhen/disclosure/v1\n';
export const SALT_BYTES = 32;

/** Content and salt of one disclosure group; whoever has both can check the entry's commitment. */
export interface Disclosure {
  readonly group: DisclosureGroup;
  /** 32 random bytes, hex. */
  readonly salt: string;
  /** RFC 8785 JSON of the content. */
  readonly content: string;
}

/**
 * SHA-256(prefix ‖ byte length of the group's name ‖ name ‖ salt ‖ content), base64.
 * The salt keeps short contents from being guessed; the lengths keep two readings apart.
 */
export function commitmentOf({ group, salt, content }: Disclosure): string {
  const head = `${PREFIX}${String.fromCharCode(group.length)}${group}`;
  const message = Buffer.allocUnsafe(head.length + SALT_BYTES + Buffer.byteLength(content, 'utf8'));
  message.write(head, 'latin1');
  const saltBytes = message.write(salt, head.length, SALT_BYTES, 'hex');
  if (salt.length !== 2 * SALT_BYTES || saltBytes !== SALT_BYTES)
    throw new RangeError(`a salt has ${SALT_BYTES} bytes`);
  message.write(content, head.length + SALT_BYTES, 'utf8');
  return Buffer.from(sha256(message)).toString('base64');
}

export function disclose(group: DisclosureGroup, content: Json, salt: Uint8Array): Disclosure {
  return { group, salt: Buffer.from(salt).toString('hex'), content: canonicalJson(content) };
}
