import { createHash } from 'node:crypto';
import { drawnNumbers } from './sample-draw.rules.js';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();
const seed = { root: 'iUQxEq/9mIFYnCZXTpPYV9bcgCuwd/1qDjyX4YY3dwE=', inspectionId: 'i-1', item: 'SHR-PKG' };

/** The same by the words of docs/sampling.md: the whole lot in a row, shuffled from the front. */
function byHand(lotSize: number, n: number): number[] {
  const start = sha256(Buffer.from(`yanzhen-sample/1\n${seed.root}\n${seed.inspectionId}\n${seed.item}`));
  const row = Array.from({ length: lotSize }, (_, at) => at + 1);
  let counter = 0n;
  for (let k = 0; k < n; k++) {
    const left = BigInt(lotSize - k);
    let bits: bigint;
    do {
      const count = Buffer.alloc(8);
      count.writeBigUInt64BE(counter++);
      bits = BigInt(`0x${createHash('sha256').update(start).update(count).digest('hex').slice(0, 12)}`);
    } while (bits >= 2n ** 48n - (2n ** 48n % left));
    const other = k + Number(bits % left);
    [row[k], row[other]] = [row[other] ?? 0, row[k] ?? 0];
  }
  return row.slice(0, n).toSorted((left, right) => left - right);
}

describe('the draw of a sample', () => {
  it('is what its description says', () => {
    for (const [lotSize, n] of [
      [2, 2],
      [50, 8],
      [500, 50],
      [3_201, 200],
    ] as const) {
      expect(drawnNumbers(sha256, seed, { lotSize, n })).toEqual(byHand(lotSize, n));
    }
  });

  it('takes n different numbers of the lot, and all of them when n is the lot', () => {
    for (let n = 0; n <= 60; n++) {
      const drawn = drawnNumbers(sha256, { ...seed, item: String(n) }, { lotSize: 60, n });
      expect(new Set(drawn).size).toBe(n);
      expect(drawn.every((number) => number >= 1 && number <= 60)).toBe(true);
    }
    expect(drawnNumbers(sha256, seed, { lotSize: 5, n: 5 })).toEqual([1, 2, 3, 4, 5]);
  });

  it('is another one for another root, inspection or item', () => {
    const sample = { lotSize: 10_000, n: 200 };
    const draws = [seed, { ...seed, root: 'AA==' }, { ...seed, inspectionId: 'i-2' }, { ...seed, item: 'B' }];
    expect(new Set(draws.map((each) => drawnNumbers(sha256, each, sample).join())).size).toBe(4);
  });

  it('takes every number about equally often', () => {
    const taken = new Array<number>(20).fill(0);
    const draws = 4_000;
    for (let at = 0; at < draws; at++) {
      for (const number of drawnNumbers(sha256, { ...seed, item: String(at) }, { lotSize: 20, n: 5 })) {
        taken[number - 1] = (taken[number - 1] ?? 0) + 1;
      }
    }
    // 1000 are expected, and the standard deviation is 27: five of them are seldom exceeded, and never with this seed.
    for (const times of taken) expect(Math.abs(times - 1_000)).toBeLessThan(137);
  });

  it('reaches the end of a very large lot', () => {
    const [last = 0] = drawnNumbers(sha256, seed, { lotSize: 10_000_000, n: 1_250 }).slice(-1);
    expect(last).toBeGreaterThan(9_900_000);
    expect(last).toBeLessThanOrEqual(10_000_000);
  });
});
