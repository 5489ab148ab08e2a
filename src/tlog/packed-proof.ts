import { concatBytes, decodeUtf8, encodeUtf8 } from './bytes.js';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.js';
import { TlogError } from './errors.js';
import { type Hash, HASH_LENGTH } from './hash.js';
import { formatNote, type NoteSignature, parseNote } from './note.js';
import { formatProofBundle, inclusionProofLength, type ProofBundle } from './proof-bundle.js';
import { keyIdBytes, readKeyId } from './vkey.js';

const VERSION = 1;

/**
 * The same bundle in about two thirds of the bytes, for codes and tags. Our own form, in this order: version 1; extra;
 * index; size; proof hashes (their number follows from index and size); root; origin; extension lines, counted;
 * signatures, counted, each as name (empty when it is the origin), key id in 4 bytes, and signature. Numbers are
 * LEB128, texts and bytes are preceded by their length. `unpackProofBundle` gives it back so that the text is the same
 * to the byte. Throws as `formatProofBundle` does.
 */
export function packProofBundle(bundle: ProofBundle): Uint8Array {
  formatProofBundle(bundle);
  const { text, signatures } = parseNote(bundle.checkpoint);
  const { origin, size, root, extensions } = parseCheckpoint(text);
  return concatBytes(
    Uint8Array.of(VERSION),
    sized(bundle.extra ?? new Uint8Array(0)),
    varint(bundle.index),
    varint(size),
    ...bundle.proof,
    root,
    sized(encodeUtf8(origin)),
    varint(extensions.length),
    ...extensions.map((line) => sized(encodeUtf8(line))),
    varint(signatures.length),
    ...signatures.flatMap(({ name, keyId, signature }) => [
      sized(encodeUtf8(name === origin ? '' : name)),
      keyIdBytes(keyId),
      sized(signature),
    ]),
  );
}

/** The bundle of packed bytes; throws `proof` on any other bytes than `packProofBundle` makes, else as `formatProofBundle`. */
export function unpackProofBundle(packed: Uint8Array): ProofBundle {
  const reader = new PackedReader(packed);
  if (reader.bytes(1)[0] !== VERSION) throw new TlogError('proof', 'not a packed proof of version 1');
  const extra = reader.sized();
  const index = reader.varint();
  const size = reader.varint();
  const proof = Array.from({ length: inclusionProofLength(index, size) }, () => reader.bytes(HASH_LENGTH));
  const bundle: ProofBundle = {
    ...(extra.length > 0 && { extra }),
    index,
    proof,
    checkpoint: readCheckpoint(reader, size),
  };
  reader.end();
  formatProofBundle(bundle);
  return bundle;
}

function readCheckpoint(reader: PackedReader, size: number): string {
  const root: Hash = reader.bytes(HASH_LENGTH);
  const origin = reader.text();
  const extensions = reader.list(() => reader.text());
  const signatures = reader.list(() => readSignature(reader, origin));
  return formatNote({ text: formatCheckpoint({ origin, size, root, extensions }), signatures });
}

function readSignature(reader: PackedReader, origin: string): NoteSignature {
  const name = reader.text();
  if (name === origin) throw new TlogError('proof', "the origin's name is left out of its signature");
  return { name: name === '' ? origin : name, keyId: readKeyId(reader.bytes(4)), signature: reader.sized() };
}

function sized(bytes: Uint8Array): Uint8Array {
  return concatBytes(varint(bytes.length), bytes);
}

/** LEB128: seven bits a byte, the lowest first, the top bit set on all but the last. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128));
  return Uint8Array.of(...bytes, rest);
}

/** Reads forward, copies what it gives, and throws `proof` past the end. */
class PackedReader {
  private at = 0;

  constructor(private readonly packed: Uint8Array) {}

  bytes(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.packed.length) throw new TlogError('proof', 'the packed proof is cut short');
    const bytes = new Uint8Array(this.packed.subarray(this.at, end));
    this.at = end;
    return bytes;
  }

  varint(): number {
    let value = 0;
    for (let weight = 1; ; weight *= 128) {
      const [byte = 0] = this.bytes(1);
      value += (byte % 128) * weight;
      if (!Number.isSafeInteger(value)) throw new TlogError('proof', 'a packed number is not below 2^53');
      if (byte === 0 && weight > 1) throw new TlogError('proof', 'a packed number is longer than it needs to be');
      if (byte < 128) return value;
    }
  }

  sized(): Uint8Array {
    return this.bytes(this.varint());
  }

  text(): string {
    return decodeUtf8(this.sized());
  }

  /** Grows as it reads, so that a large count without bytes behind it costs nothing. */
  list<Item>(read: () => Item): Item[] {
    const items: Item[] = [];
    for (let left = this.varint(); left > 0; left--) items.push(read());
    return items;
  }

  end(): void {
    if (this.at !== this.packed.length) throw new TlogError('proof', 'there are bytes behind the packed proof');
  }
}
