import { createHash } from 'node:crypto';
import { commitmentOf, disclose } from './commitment.js';

const salt = Uint8Array.from({ length: 32 }, (_, i) => i);

describe('commitments', () => {
  it('are the SHA-256 that docs/ledger-format.md describes', () => {
    const disclosure = disclose('public', { b: 1, a: '紫晶' }, salt);
    const expected = createHash('sha256')
      .update('yanzhen/disclosure/v1\n\x06public')
      .update(salt)
      .update('{"a":"紫晶","b":1}')
      .digest('base64');
    expect(commitmentOf(disclosure)).toBe(expected);
  });

  it('differ by group, salt and content', () => {
    const one = disclose('public', { a: '1' }, salt);
    const others = [
      { ...one, group: 'party' as const },
      { ...one, salt: 'ff'.repeat(32) },
      { ...one, content: '{"a":"2"}' },
    ];
    expect(new Set([one, ...others].map(commitmentOf)).size).toBe(4);
  });

  it('refuse a salt of another length', () => {
    expect(() => commitmentOf({ group: 'public', salt: '00', content: '{}' })).toThrow(RangeError);
  });
});
