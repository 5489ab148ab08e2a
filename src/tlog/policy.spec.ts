import { hash as digest } from 'node:crypto';
import { isQuorumMet, parsePolicy, type Policy } from './policy.js';
import { formatVkey, KeyType } from './vkey.js';

const sha256 = (data: Uint8Array): Uint8Array => digest('sha256', data, 'buffer');

/** Nothing is signed here, so any 32 bytes do for a key. */
const logKey = { vkey: vkeyOf('log.example/a', KeyType.ed25519) };
const witnesses = [1, 2, 3].map((number) => ({ vkey: vkeyOf(`witness.example/${number}`, KeyType.cosignature) }));
const [w1, w2] = witnesses;

describe('policies', () => {
  const w = (number: number): string => `witness W${number} ${witnesses[number - 1]?.vkey}\n`;

  it('allow comments, tabs and spaces, and names that are not ASCII', () => {
    const read = parsePolicy(
      sha256,
      ` # 说明\n\t\n\twitness 见证\t${w1?.vkey}  https://w.example/#one \nquorum 见证\n`,
    );
    expect(read.witnesses).toMatchObject([{ name: '见证', url: 'https://w.example/#one' }]);
    expect(parsePolicy(sha256, new TextEncoder().encode('quorum none\n')).quorum).toBe('none');
  });

  it('treat names as bytes', () => {
    expect(() => parsePolicy(sha256, `witness K ${w1?.vkey}\nquorum \u212a\n`)).toThrow(
      expect.objectContaining({ code: 'policy' }),
    );
  });

  it.each([
    ['no quorum', `log ${logKey.vkey}\n`],
    ['two quorums', 'quorum none\nquorum none\n'],
    ['a quorum that is not defined', 'quorum W1\n'],
    ['a quorum that is defined later', `quorum W1\n${w(1)}`],
    ['a quorum of two', `${w(1)}quorum W1 W1\n`],
    ['an unknown word', 'logs x\nquorum none\n'],
    ['the name of an object property', 'toString x\nquorum none\n'],
    ['a word in upper case', 'QUORUM none\n'],
    ['a witness named none', `witness none ${w1?.vkey}\nquorum none\n`],
    ['a name that is taken', `${w(1)}witness W1 ${w2?.vkey}\nquorum W1\n`],
    ['a group with the name of a witness', `${w(1)}group W1 any W1\nquorum W1\n`],
    ['a key twice', `${w(1)}witness W2 ${w1?.vkey}\nquorum W1\n`],
    ['a log twice', `log ${logKey.vkey}\nlog ${logKey.vkey}\nquorum none\n`],
    ['a log key for a witness', `witness W1 ${logKey.vkey}\nquorum W1\n`],
    ['a witness key for a log', `log ${w1?.vkey}\nquorum none\n`],
    ['a bad key', 'log log.example+00000000+AAAA\nquorum none\n'],
    ['a comment behind a log', `log ${logKey.vkey} # ours\nquorum none\n`],
    ['a group without members', `${w(1)}group g any\nquorum W1\n`],
    ['a group of an unknown member', `${w(1)}group g any W2\nquorum g\n`],
    ['a group of itself', `${w(1)}group g any g\nquorum g\n`],
    ['a group with none', `${w(1)}group g any none\nquorum g\n`],
    ['a member twice in a group', `${w(1)}group g 2 W1 W1\nquorum g\n`],
    ['a member of two groups', `${w(1)}group g any W1\ngroup h any W1\nquorum g\n`],
    ['a threshold of 0', `${w(1)}group g 0 W1\nquorum g\n`],
    ['a threshold above the members', `${w(1)}group g 2 W1\nquorum g\n`],
    ['a threshold with a leading zero', `${w(1)}group g 01 W1\nquorum g\n`],
    ['a threshold that is no number', `${w(1)}group g most W1\nquorum g\n`],
    ['a carriage return', 'quorum none\r\n'],
    ['a delete character', '# \u007f\nquorum none\n'],
    ['no final newline', 'quorum none'],
    ['nothing', ''],
  ])('are refused with %s', (_, changed) => {
    expect(() => parsePolicy(sha256, changed)).toThrow(expect.objectContaining({ code: 'policy' }));
  });

  it('name the line that is wrong', () => {
    expect(() => parsePolicy(sha256, '# one\n\nlog x\nquorum none\n')).toThrow('line 3');
  });

  it('count groups in groups', () => {
    const nested: Policy = parsePolicy(sha256, `${w(1)}${w(2)}${w(3)}group g all W1 W2\ngroup h any g W3\nquorum h\n`);
    const met = (...names: string[]): boolean => isQuorumMet(nested, new Set(names));
    expect([met(), met('W1'), met('W2'), met('W1', 'W2'), met('W3'), met('g'), met('h')]).toEqual([
      ...[false, false, false, true, true],
      ...[false, false],
    ]);
  });
});

function vkeyOf(name: string, type: number): string {
  return formatVkey(sha256, { name, type, key: sha256(new TextEncoder().encode(name)) });
}
