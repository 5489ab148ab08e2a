import { fromHex, toHex, type VerifyEd25519 } from '../../../tlog/index.js';

interface Asked {
  readonly key: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** RFC 8032 §7.1, test 2. */
const EXAMPLE: Asked = {
  key: fromHex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'),
  message: fromHex('72'),
  signature: fromHex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ),
};

/** Tells whether the browser verifies Ed25519: it accepts the example of the RFC, and refuses it when changed. */
export async function canVerify(): Promise<boolean> {
  const changed = { ...EXAMPLE, message: fromHex('73') };
  return (await isGood(EXAMPLE)) && !(await isGood(changed));
}

/**
 * Runs work that verifies at once over the browser's Ed25519, which answers later: once to learn what is asked, then
 * again with the answers. The work must ask the same both times whatever is answered, or it is answered with no.
 */
export async function withWebSignatures<T>(work: (verifyEd25519: VerifyEd25519) => T): Promise<T> {
  const asked: Asked[] = [];
  work((key, message, signature) => {
    asked.push({ key, message, signature });
    return true;
  });
  const good = new Set<string>();
  for (const one of asked) if (await isGood(one)) good.add(nameOf(one));
  return work((key, message, signature) => good.has(nameOf({ key, message, signature })));
}

function nameOf({ key, message, signature }: Asked): string {
  return [key, message, signature].map(toHex).join(' ');
}

async function isGood({ key, message, signature }: Asked): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey('raw', Uint8Array.from(key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, Uint8Array.from(signature), Uint8Array.from(message));
  } catch {
    // A key that is none, or a browser that has no Ed25519 or, on a plain http address, no crypto at all.
    return false;
  }
}
