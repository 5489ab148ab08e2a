import { sha256 } from '../../platform/keys/sha256.js';

const KEY_WORDS = 3;
const FIRST_SLOTS = 1 << 10;
const MAX_LOAD = 0.7;

/**
 * The index of the last entry of every subject, in some 30 to 60 bytes each, so that a log of many millions of
 * subjects fits in memory. Subjects are told apart by 96 bits of their SHA-256.
 */
export class SubjectChains {
  private keys = new Uint32Array(FIRST_SLOTS * KEY_WORDS);
  /** Index + 1 of the last entry; 0 is an empty slot. */
  private last = new Float64Array(FIRST_SLOTS);
  private count = 0;

  /** The last entry about the subject before this one, or null; this one becomes the last. */
  follow(type: string, id: string, index: number): number | null {
    if (this.count >= this.last.length * MAX_LOAD) this.grow();
    const key = keyOf(type, id);
    const slot = this.slotOf(key);
    const before = this.last[slot] ?? 0;
    if (before === 0) {
      this.keys.set(key, slot * KEY_WORDS);
      this.count++;
    }
    this.last[slot] = index + 1;
    return before === 0 ? null : before - 1;
  }

  /** Where the key stands, or the empty slot where it belongs. */
  private slotOf(key: Uint32Array): number {
    const mask = this.last.length - 1;
    let slot = (key[0] ?? 0) & mask;
    while (this.last[slot] !== 0 && !this.holds(slot, key)) slot = (slot + 1) & mask;
    return slot;
  }

  private holds(slot: number, key: Uint32Array): boolean {
    const at = slot * KEY_WORDS;
    return this.keys[at] === key[0] && this.keys[at + 1] === key[1] && this.keys[at + 2] === key[2];
  }

  private grow(): void {
    const { keys, last } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.last = new Float64Array(last.length * 2);
    for (let slot = 0; slot < last.length; slot++) {
      const index = last[slot] ?? 0;
      if (index === 0) continue;
      const key = keys.subarray(slot * KEY_WORDS, (slot + 1) * KEY_WORDS);
      const to = this.slotOf(key);
      this.keys.set(key, to * KEY_WORDS);
      this.last[to] = index;
    }
  }
}

function keyOf(type: string, id: string): Uint32Array {
  const digest = sha256(Buffer.from(`${type.length} ${type} ${id}`, 'utf8'));
  const { buffer, byteOffset } = digest.byteOffset % 4 === 0 ? digest : new Uint8Array(digest);
  return new Uint32Array(buffer, byteOffset, KEY_WORDS);
}
