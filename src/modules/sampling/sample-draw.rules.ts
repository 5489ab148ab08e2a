import { invariant } from '../../kernel/invariant.js';
import type { SampleScheme } from './lot-scheme.js';

export type Sha256 = (data: Uint8Array) => Uint8Array;

/** What a draw follows from: nothing else goes in, so that anybody can draw again. */
export interface DrawSeed {
  /** Root hash, base64, of the smallest tree that has the entry of the scheme: nobody knew it before. */
  readonly root: string;
  readonly inspectionId: string;
  readonly item: string;
}

const METHOD = 'yanzhen-sample/1';
const RANGE = 2 ** 48;

/**
 * Which of the numbers 1 to `lotSize` are looked at, rising: `n` of them, each set equally likely (docs/sampling.md).
 * Step k swaps place k with one of the places from k on; its number is taken from 48 bits of SHA-256 over the seed and
 * a counter, and those that would favour the small numbers are passed over.
 */
export function drawnNumbers(sha256: Sha256, seed: DrawSeed, { lotSize, n }: SampleOf): readonly number[] {
  invariant(n <= lotSize && lotSize < RANGE, `${n} of ${lotSize} cannot be drawn`);
  const next = numbersFrom(sha256, seedBytes(sha256, seed));
  const moved = new Map<number, number>();
  const at = (place: number) => moved.get(place) ?? place;
  const drawn: number[] = [];
  for (let place = 0; place < n; place++) {
    const other = place + next(lotSize - place);
    drawn.push(at(other) + 1);
    moved.set(other, at(place));
  }
  return drawn.toSorted((left, right) => left - right);
}

/** The numbers for a scheme; null where all are looked at, so that there is nothing to draw. */
export function drawnFor(
  sha256: Sha256,
  by: Omit<DrawSeed, 'item'>,
  { item, lotSize, n }: SampleScheme,
): readonly number[] | null {
  return n >= lotSize ? null : drawnNumbers(sha256, { ...by, item }, { lotSize, n });
}

export interface SampleOf {
  readonly lotSize: number;
  readonly n: number;
}

function seedBytes(sha256: Sha256, { root, inspectionId, item }: DrawSeed): Uint8Array {
  return sha256(new TextEncoder().encode([METHOD, root, inspectionId, item].join('\n')));
}

/** Gives whole numbers below a bound, one after another. */
function numbersFrom(sha256: Sha256, seed: Uint8Array): (below: number) => number {
  let counter = 0;
  const bits = (): number => {
    const block = new Uint8Array(seed.length + 8);
    block.set(seed);
    new DataView(block.buffer).setBigUint64(seed.length, BigInt(counter++));
    return sha256(block)
      .subarray(0, 6)
      .reduce((value, byte) => value * 256 + byte, 0);
  };
  return (below) => {
    const usable = RANGE - (RANGE % below);
    for (;;) {
      const value = bits();
      if (value < usable) return value % below;
    }
  };
}
