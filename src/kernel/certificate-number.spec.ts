import { CROCKFORD } from './base32.js';
import { NUMBER_BODY, numberFrom, numberOf, printedNumber } from './certificate-number.js';

const BODY = '7K3QX9M2D';
const NUMBER = numberOf(BODY);

describe('the number of a certificate', () => {
  it('is YZ-, nine random characters and one that checks them', () => {
    expect(BODY).toHaveLength(NUMBER_BODY);
    expect(NUMBER).toMatch(/^YZ-7K3QX9M2D[0-9A-HJKMNP-TV-Z]$/);
  });

  it('is printed in groups of five, and found as printed', () => {
    expect(printedNumber('YZ-7K3QX9M2D0')).toBe('YZ-7K3QX-9M2D0');
    expect(numberFrom(printedNumber(NUMBER))).toBe(NUMBER);
  });

  it.each([
    NUMBER,
    NUMBER.toLowerCase(),
    NUMBER.replace('YZ-', ''),
    NUMBER.replace('YZ-7K3QX', 'yz 7k3qx-'),
    ` ${NUMBER} `,
  ])('is found as typed: %s', (typed) => {
    expect(numberFrom(typed)).toBe(NUMBER);
  });

  it('is found when 0 and 1 were read as O, I or L', () => {
    const number = numberOf('010101010');
    expect(numberFrom(number.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(number);
  });

  it('is not found with any one character wrong', () => {
    for (let at = 3; at < NUMBER.length; at++) {
      for (const other of CROCKFORD) {
        if (other === NUMBER[at]) continue;
        expect(numberFrom(NUMBER.slice(0, at) + other + NUMBER.slice(at + 1))).toBeUndefined();
      }
    }
  });

  it.each(['', 'YZ-', NUMBER.slice(0, -1), `${NUMBER}0`, 'YZ-证书'])('is not found in %j', (typed) => {
    expect(numberFrom(typed)).toBeUndefined();
  });
});
