import { CROCKFORD, checkCharacter, isCheckedCode, normalizeCode, randomCode } from './base32.js';

const BODY = '7K3M9QWXA';

describe('codes in base 32', () => {
  it('forgives what people mistype', () => {
    expect(normalizeCode('7k3m-9qwx i o l')).toBe('7K3M9QWX101');
  });

  it('takes five bits of each random byte', () => {
    expect(randomCode({ bytes: () => Uint8Array.of(0, 31, 32, 255, 10) }, 5)).toBe('0Z0ZA');
  });

  it('accepts a code with its own check character only', () => {
    const right = [...CROCKFORD].filter((last) => isCheckedCode(BODY + last));
    expect(right).toEqual([checkCharacter(BODY)]);
  });

  it('finds every single wrong character', () => {
    const code = BODY + checkCharacter(BODY);
    for (let i = 0; i < code.length; i++) {
      for (const other of CROCKFORD.replace(code.charAt(i), '')) {
        expect(isCheckedCode(code.slice(0, i) + other + code.slice(i + 1))).toBe(false);
      }
    }
  });

  it('finds every exchange of two different characters', () => {
    const code = BODY + checkCharacter(BODY);
    for (let i = 0; i < BODY.length; i++) {
      for (let j = i + 1; j < BODY.length; j++) {
        const swapped = [...code];
        [swapped[i], swapped[j]] = [code.charAt(j), code.charAt(i)];
        expect(isCheckedCode(swapped.join('')) && code.charAt(i) !== code.charAt(j)).toBe(false);
      }
    }
  });

  it('refuses characters outside the alphabet', () => {
    expect(isCheckedCode('U')).toBe(false);
    expect(isCheckedCode('IIIIIIIIII')).toBe(false);
    expect(() => checkCharacter('U')).toThrow(RangeError);
  });
});
