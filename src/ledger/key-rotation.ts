import { SYSTEM_ACTOR } from '../kernel/actor.js';
import { addMillis, type Clock } from '../kernel/instant.js';
import { newSigningKey, storeSigningKey } from '../platform/keys/signing-key.js';
import { parseVkey } from '../tlog/index.js';
import { sha256 } from '../platform/keys/sha256.js';
import { vkeyOf } from './key-ring.js';
import type { Ledger } from './ledger.js';
import { refuse } from './ledger.refusals.js';
import { keyAnnounced, log, logIdOf, readLogKeys } from './log-keys.js';
import type { Receipt } from './receipt.dto.js';
import type { Signer } from './signer.js';

export interface Rotation {
  readonly ledger: Ledger;
  readonly signer: Signer;
  readonly clock: Clock;
}

/**
 * Announces a key that is at hand. From this entry on it signs beside the one before, which signs no more after the
 * overlap. Refused when either private key is missing: the old one vouches for the new one by signing this very commit.
 */
export async function announceKey(
  { ledger, signer, clock }: Rotation,
  vkey: string,
  overlapMillis: number,
): Promise<Receipt> {
  const replaced = signer.announced.at(-1)?.vkey ?? '';
  for (const needed of [replaced, vkey]) if (!signer.holds(needed)) throw refuse.keyMissing({ vkey: needed });
  const overlapUntil = addMillis(clock.now(), overlapMillis);
  return ledger.record(SYSTEM_ACTOR, async (tx, store) => {
    await store();
    const keys = await readLogKeys(tx, signer.origin);
    if (keys.at(-1)?.vkey !== replaced || keys.some((key) => key.vkey === vkey)) throw refuse.keysHaveChanged();
    return [keyAnnounced([log(logIdOf(signer.origin))], { clear: { vkey, replaces: replaced, overlapUntil } })];
  });
}

/** A new key of a log in a file of its own, to be announced later. Nothing signs with it before. */
export function makeKeyFile(keysDir: string, origin: string): { readonly vkey: string; readonly file: string } {
  const { key, pem } = newSigningKey();
  const vkey = vkeyOf(origin, key);
  const id = parseVkey(sha256, vkey).keyId.toString(16).padStart(8, '0');
  const file = `${keysDir}/${logIdOf(origin)}.${id}.key.pem`;
  storeSigningKey(file, pem);
  return { vkey, file };
}
