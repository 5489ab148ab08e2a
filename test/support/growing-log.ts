import { sha256 } from '../../src/platform/keys/sha256.js';
import { verifyEd25519 } from '../../src/platform/keys/signing-key.js';
import {
  checkConsistency,
  type Checkpoint,
  ed25519Verifier,
  formatTilePath,
  openNote,
  parseCheckpoint,
  parseVkey,
  proveConsistency,
  tileHashes,
  tileWidth,
} from '../../src/tlog/index.js';

/** A log on the web as a reader sees it who keeps the first key and the last checkpoint. */
export class GrowingLog {
  private vkey: string | undefined;
  private last: Checkpoint | undefined;

  /** Fetches the checkpoint; throws unless it is signed and its tree grew out of the last one and out of `before`. */
  async look(url: string, before?: Checkpoint): Promise<Checkpoint> {
    this.vkey ??= (await text(`${url}/log/key`)).trim();
    const verifier = ed25519Verifier(parseVkey(sha256, this.vkey), verifyEd25519);
    const now = parseCheckpoint(openNote(await text(`${url}/log/checkpoint`), [verifier]).text);
    for (const older of [this.last, before]) {
      if (older && !(await isGrownFrom(url, older, now))) {
        throw new Error(`the tree of ${now.size} did not grow out of that of ${older.size}`);
      }
    }
    this.last = now;
    return now;
  }
}

async function isGrownFrom(url: string, older: Checkpoint, now: Checkpoint): Promise<boolean> {
  if (older.size > now.size) return false;
  const read = tileHashes(sha256, now.size, (level, index) =>
    bytes(`${url}/log/${formatTilePath({ level, index, width: tileWidth(now.size, level, index) })}`),
  );
  const proof = await proveConsistency(sha256, older.size, now.size, read);
  const claim = { first: older.size, second: now.size, firstRoot: older.root, secondRoot: now.root, proof };
  return checkConsistency(sha256, claim);
}

async function text(url: string): Promise<string> {
  return new TextDecoder().decode(await bytes(url));
}

async function bytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}
