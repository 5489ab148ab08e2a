import { createHash } from 'node:crypto';
import { plainSha256 } from './sha256.rules.js';

const hex = (data: Uint8Array): string => Buffer.from(plainSha256(data)).toString('hex');
const reference = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

describe('SHA-256 in plain code', () => {
  // FIPS 180-4 examples (NIST CSRC), RFC 6234 §8.5.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('gives what NIST gives (%#)', (text, digest) => {
    expect(hex(Buffer.from(text))).toBe(digest);
  });

  it('gives what Node gives for every length to 300', () => {
    for (let length = 0; length <= 300; length++) {
      const data = Uint8Array.from({ length }, (_, i) => (i * 167 + length) % 256);
      expect(hex(data)).toBe(reference(data));
    }
  });

  it('takes a part of a larger buffer, and leaves it as it is', () => {
    const whole = Uint8Array.from({ length: 200 }, (_, i) => i);
    expect(hex(whole.subarray(50, 130))).toBe(reference(whole.slice(50, 130)));
    expect([...whole]).toEqual(Array.from({ length: 200 }, (_, i) => i));
  });
});
