import { checkCharacter } from '../../kernel/base32.js';
import { shownAsTyped, wantedCode } from './wanted-code.rules.js';

const CODE = '6Q2KV8XT3M0RE94HYBWN7CZ1PA';
const BODY = '7K3QX9M2D';
const NUMBER = `${BODY}${checkCharacter(BODY)}`;

describe('a code that was asked for', () => {
  it.each([
    CODE,
    CODE.toLowerCase(),
    '6q2k v8xt 3m0re 94hy bwn7 cz1pa',
    '6Q2KV8XT3MORE94HYBWN7CZIPA',
    '６Ｑ２ＫＶ８ＸＴ３Ｍ０ＲＥ９４ＨＹＢＷＮ７ＣＺ１ＰＡ',
    `HTTPS://V.EXAMPLE.CN/V/${CODE}`,
    `https://v.example.cn/v/${CODE}?lang=en`,
  ])('is the code behind a QR: %s', (typed) => {
    expect(wantedCode(typed)).toEqual({ kind: 'code', text: CODE });
  });

  it.each([
    NUMBER,
    `YZ-${NUMBER}`,
    `yz-${NUMBER.slice(0, 5)}-${NUMBER.slice(5)}`.toLowerCase(),
    `ＹＺ－${NUMBER}`,
    `YZ–${NUMBER}`,
    ` YZ ${NUMBER} `,
  ])('is a certificate number: %s', (typed) => {
    expect(wantedCode(typed)).toEqual({ kind: 'number', text: NUMBER });
  });

  it('keeps a short number that itself begins with YZ', () => {
    const number = `YZ3QX9M2D${checkCharacter('YZ3QX9M2D')}`;
    expect(wantedCode(number)).toEqual({ kind: 'number', text: number });
    expect(wantedCode(`YZ-${number}`)).toEqual({ kind: 'number', text: number });
  });

  it('is mistyped when one character of a number is wrong, whichever it is', () => {
    for (let at = 0; at < NUMBER.length; at++) {
      const wrong = NUMBER[at] === '8' ? '9' : '8';
      const typed = NUMBER.slice(0, at) + wrong + NUMBER.slice(at + 1);
      expect(wantedCode(typed)).toEqual({ kind: 'none', why: 'mistyped' });
    }
  });

  it.each(['', ' ', CODE.slice(1), `${CODE}0`, NUMBER.slice(1), 'YZ', '12345678901', '紫晶手链'])(
    'is incomplete at any other length: "%s"',
    (typed) => {
      expect(wantedCode(typed)).toEqual({ kind: 'none', why: 'incomplete' });
    },
  );

  it('is unknown, not mistyped, when a long code has a foreign character: long codes have no check character', () => {
    expect(wantedCode(`${CODE.slice(0, 25)}*`)).toEqual({ kind: 'none', why: 'unknown' });
  });

  it('is repeated to its reader cut short and well-formed', () => {
    expect(shownAsTyped(`  ${'7'.repeat(500)}`)).toHaveLength(120);
    expect(shownAsTyped('A\ud800B').isWellFormed()).toBe(true);
  });
});
