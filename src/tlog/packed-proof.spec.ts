import * as fc from 'fast-check';
import { encodeUtf8, hasControlCharacter } from './bytes.js';
import { formatCheckpoint } from './checkpoint.js';
import { formatNote } from './note.js';
import { packProofBundle, unpackProofBundle } from './packed-proof.js';
import { formatProofBundle, inclusionProofLength, parseProofBundle } from './proof-bundle.js';
import { isKeyName } from './vkey.js';

const bytes = (minLength: number, maxLength = minLength) => fc.uint8Array({ minLength, maxLength });

/** Sizes around every power of two, and any at all, up to 2^53 − 1. */
const size = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.tuple(fc.integer({ min: 1, max: 52 }), fc.integer({ min: -1, max: 1 })).map(([power, by]) => 2 ** power + by),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
);
const place = size.chain((of) => fc.record({ size: fc.constant(of), index: fc.integer({ min: 0, max: of - 1 }) }));
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const line = text.filter((some) => !hasControlCharacter(some) && some.isWellFormed());
const name = text.filter((some) => isKeyName(some) && some.isWellFormed());
const signature = fc.record({ keyId: fc.nat(2 ** 31 - 1), signature: bytes(1, 80) });
const note = fc.record({
  origin: name,
  root: bytes(32),
  extensions: fc.array(line, { maxLength: 3 }),
  own: fc.array(signature, { minLength: 1, maxLength: 2 }),
  others: fc.array(fc.record({ name, keyId: fc.nat(2 ** 31 - 1), signature: bytes(1, 80) }), { maxLength: 5 }),
});

/** Any proof bundle that the text form can spell. */
const written = fc
  .record({ place, note, extra: fc.option(bytes(1, 200), { nil: undefined }) })
  .chain(({ place: { index, size: of }, note: { origin, root, extensions, own, others }, extra }) => {
    const length = inclusionProofLength(index, of);
    const signatures = [...own.map((one) => ({ name: origin, ...one })), ...others];
    const checkpoint = formatNote({ text: formatCheckpoint({ origin, size: of, root, extensions }), signatures });
    return fc
      .array(bytes(32), { minLength: length, maxLength: length })
      .map((proof) => formatProofBundle({ index, proof, checkpoint, ...(extra && { extra }) }));
  });

describe('the compact form of a proof', () => {
  it('expands byte for byte to the text form, whatever the proof', () => {
    fc.assert(
      fc.property(written, (whole) => {
        const packed = packProofBundle(parseProofBundle(whole));
        expect(formatProofBundle(unpackProofBundle(packed))).toBe(whole);
        expect(packed.length).toBeLessThan(encodeUtf8(whole).length);
      }),
      { numRuns: 500 },
    );
  });

  it('is the only compact form of that text', () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.integer({ min: 1, max: 255 }), (whole, at, mask) => {
        const packed = packProofBundle(parseProofBundle(whole));
        const where = at % packed.length;
        expect(expanded(packed.with(where, (packed[where] ?? 0) ^ mask))).not.toBe(whole);
      }),
      { numRuns: 500 },
    );
  });
});

function expanded(packed: Uint8Array): string | undefined {
  try {
    return formatProofBundle(unpackProofBundle(packed));
  } catch {
    return undefined;
  }
}
