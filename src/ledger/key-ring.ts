import { sha256 } from '../platform/keys/sha256.js';
import { parseSigningKeys, readSigningKeys, type SigningKey } from '../platform/keys/signing-key.js';
import { formatVkey, keyId, KeyType, type NoteSigner } from '../tlog/index.js';
import { logIdOf } from './log-keys.js';

/** Where private keys are looked for: PEM of the environment first, then the files of a folder. */
export interface KeySources {
  readonly keysDir: string;
  readonly signingKey: string | undefined;
}

/** The private keys that this process can sign with, by their vkey. */
export class KeyRing {
  private signers = new Map<string, NoteSigner>();

  constructor(
    readonly origin: string,
    private readonly sources: KeySources,
  ) {
    this.look();
  }

  /** The vkeys of all keys at hand: those of the environment first. */
  get vkeys(): string[] {
    return [...this.signers.keys()];
  }

  /** The signer of a vkey; looks for new files when it does not have it yet. Undefined when there is none. */
  signerOf(vkey: string): NoteSigner | undefined {
    if (!this.signers.has(vkey)) this.look();
    return this.signers.get(vkey);
  }

  private look(): void {
    const { keysDir, signingKey } = this.sources;
    const fromEnvironment = signingKey ? parseSigningKeys(signingKey) : [];
    const keys = [...fromEnvironment, ...readSigningKeys(keysDir, logIdOf(this.origin))];
    this.signers = new Map(keys.map((key) => [vkeyOf(this.origin, key), signerFor(this.origin, key)]));
  }
}

/** The verifier key of a signing key under an origin (C2SP signed-note). */
export function vkeyOf(origin: string, { publicKey }: SigningKey): string {
  return formatVkey(sha256, { name: origin, type: KeyType.ed25519, key: publicKey });
}

function signerFor(origin: string, { publicKey, sign }: SigningKey): NoteSigner {
  return { name: origin, keyId: keyId(sha256, origin, KeyType.ed25519, publicKey), sign };
}
