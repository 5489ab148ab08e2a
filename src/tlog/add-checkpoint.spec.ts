import { formatAddCheckpoint, parseAddCheckpoint, parseWitnessSize } from './add-checkpoint.js';
import { decodeBase64 } from './base64.js';

/** The example request of C2SP tlog-witness, to the byte. */
const EXAMPLE = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`;

const line = 'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=';

describe('a request to a witness', () => {
  it('is read and written as in the example of the text', () => {
    const request = parseAddCheckpoint(EXAMPLE);
    expect(request).toMatchObject({ old: 20_852_014, checkpoint: EXAMPLE.slice(EXAMPLE.indexOf('\n\n') + 2) });
    expect(request.proof[0]).toEqual(decodeBase64(line));
    expect(request.proof).toHaveLength(4);
    expect(formatAddCheckpoint(request)).toBe(EXAMPLE);
    expect(parseAddCheckpoint(new TextEncoder().encode(EXAMPLE))).toEqual(request);
  });

  it('has no proof lines when the witness has seen nothing', () => {
    expect(parseAddCheckpoint('old 0\n\nlog\n')).toEqual({ old: 0, proof: [], checkpoint: 'log\n' });
  });

  it.each([
    ['no empty line', 'old 0\nlog\n'],
    ['another word', 'new 0\n\nlog\n'],
    ['a leading zero', 'old 01\n\nlog\n'],
    ['a sign', 'old -1\n\nlog\n'],
    ['two spaces', 'old  1\n\nlog\n'],
    ['a size of 2^53', `old ${2 ** 53}\n\nlog\n`],
    ['a hash of 31 bytes', `old 1\n${btoa('x'.repeat(31))}\n\nlog\n`],
    ['base64 without its padding', `old 1\n${line.slice(0, -1)}\n\nlog\n`],
    ['sixty-four hashes', `old 1\n${`${line}\n`.repeat(64)}\nlog\n`],
    ['carriage returns', `old 1\r\n${line}\r\n\r\n\r\nlog\n`],
  ])('is refused with %s', (_, body) => {
    expect(() => parseAddCheckpoint(body)).toThrow(expect.objectContaining({ name: 'TlogError' }));
  });

  it('may have sixty-three hashes, and not one more', () => {
    const proof = Array.from({ length: 63 }, () => new Uint8Array(32));
    expect(parseAddCheckpoint(formatAddCheckpoint({ old: 1, proof, checkpoint: 'log\n' })).proof).toHaveLength(63);
    const longer = [...proof, new Uint8Array(32)];
    expect(() => formatAddCheckpoint({ old: 1, proof: longer, checkpoint: 'log\n' })).toThrow('at most 63');
  });
});

describe('the size that a witness names', () => {
  it('is one decimal and a newline', () => {
    expect(parseWitnessSize('20852163\n')).toBe(20_852_163);
    for (const body of ['', '1', '01\n', '1\n\n', ' 1\n', '1 \n', '-1\n', '<html>\n']) {
      expect(() => parseWitnessSize(body)).toThrow(expect.objectContaining({ code: 'number' }));
    }
  });
});
