import { existsSync } from 'node:fs';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { newSigningKey, readSigningKey, storeSigningKey } from '../../src/platform/keys/signing-key.js';
import {
  cosigner,
  encodeUtf8,
  formatSignatureLines,
  formatVkey,
  keyId,
  KeyType,
  type NoteSigner,
  parseVkey,
  type Vkey,
} from '../../src/tlog/index.js';
import { judge } from './judge.js';
import { SeenTrees } from './seen-trees.js';

export interface WitnessSettings {
  readonly name: string;
  /** The vkeys of the logs that it knows; one origin may have several keys. */
  readonly logs: readonly string[];
  readonly stateFile: string;
  readonly keyFile: string;
}

export interface WitnessAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** A witness of a few logs. It answers one request after the other, since nothing here waits. */
export class Witness {
  private constructor(
    readonly vkey: string,
    private readonly key: NoteSigner,
    private readonly logs: readonly Vkey[],
    private readonly trees: SeenTrees,
  ) {}

  /** Opens its key and its memory; makes a key when there is none. Throws when one is damaged. */
  static open({ name, logs, stateFile, keyFile }: WitnessSettings): Witness {
    if (!existsSync(keyFile)) {
      // A new key beside an old memory would be another witness that claims to remember.
      if (existsSync(stateFile)) throw new Error(`私钥不见了 / the private key is missing: ${keyFile}`);
      storeSigningKey(keyFile, newSigningKey().pem);
    }
    const key = readSigningKey(keyFile);
    if (!key) throw new Error(`私钥不见了 / the private key is missing: ${keyFile}`);
    const type = KeyType.cosignature;
    const id = keyId(sha256, name, type, key.publicKey);
    return new Witness(
      formatVkey(sha256, { name, type, key: key.publicKey }),
      { name, keyId: id, sign: key.sign },
      logs.map((log) => parseVkey(sha256, log)),
      new SeenTrees(stateFile),
    );
  }

  /** Judges, remembers on the disk, and only then cosigns. Throws when it cannot remember. */
  addCheckpoint(body: Uint8Array): WitnessAnswer {
    const verdict = judge(body, this.logs, (origin) => this.trees.of(origin));
    if (verdict.status === 409) return { status: 409, type: 'text/x.tlog.size', body: `${verdict.seen}\n` };
    if (verdict.status !== 200) return { ...plain, status: verdict.status, body: `${verdict.reason}\n` };
    const { origin, size, root } = verdict.checkpoint;
    this.trees.keep(origin, { size, root });
    const signer = cosigner(this.key, Math.floor(Date.now() / 1_000));
    const signature = { ...this.key, signature: signer.sign(encodeUtf8(verdict.text)) };
    return { ...plain, status: 200, body: formatSignatureLines([signature]) };
  }
}

const plain = { type: 'text/plain; charset=utf-8' };
