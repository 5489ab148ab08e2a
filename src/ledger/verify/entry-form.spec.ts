import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { wellFormedEntry } from './entry-form.js';

const HASH = Buffer.alloc(32, 7).toString('base64');
const ENTRY = {
  v: 1,
  kind: 'units.unit-registered',
  at: '2026-11-22T01:00:00.000Z',
  actor: 'system',
  subjects: [{ type: 'unit', id: '019aa9b2-6c40-7d31-9f0e-3b5a1c2d4e6f', prev: null }],
  commitments: { public: HASH, party: HASH, personal: HASH },
} as const;

const bytesOf = (value: unknown): Uint8Array => Buffer.from(canonicalJson(value as Json), 'utf8');

describe('the form of an entry', () => {
  it('is what the general canonical form gives', () => {
    const entries = [
      ENTRY,
      { ...ENTRY, commitments: {} },
      { ...ENTRY, subjects: [] },
      { ...ENTRY, subjects: [...ENTRY.subjects, { type: 'line "1"\n', id: '紫晶 \ufffd', prev: 2 ** 40 }] },
      { ...ENTRY, clear: { z: 1, a: ['é', { b: null }] } },
      { ...ENTRY, clear: 'text' },
    ];
    for (const entry of entries) expect(wellFormedEntry(bytesOf(entry))).toEqual(entry);
  });

  it.each([
    ['another version', { ...ENTRY, v: 2 }],
    ['a member that is not known', { ...ENTRY, note: '' }],
    ['a time in another spelling', { ...ENTRY, at: '2026-11-22T01:00:00Z' }],
    ['a day that does not exist', { ...ENTRY, at: '2026-02-30T01:00:00.000Z' }],
    ['no kind', { ...ENTRY, kind: '' }],
    ['a group that is not known', { ...ENTRY, commitments: { secret: HASH } }],
    ['a commitment of 31 bytes', { ...ENTRY, commitments: { public: Buffer.alloc(31).toString('base64') } }],
    ['a commitment in loose base64', { ...ENTRY, commitments: { public: `${HASH.slice(0, -2)}d=` } }],
    ['a negative previous index', { ...ENTRY, subjects: [{ type: 'unit', id: 'a', prev: -1 }] }],
    ['a subject twice', { ...ENTRY, subjects: [...ENTRY.subjects, ...ENTRY.subjects] }],
    ['a subject without an id', { ...ENTRY, subjects: [{ type: 'unit', prev: null }] }],
    [
      '65 subjects',
      { ...ENTRY, subjects: Array.from({ length: 65 }, (_, i) => ({ type: 'u', id: `${i}`, prev: null })) },
    ],
    ['a list', [ENTRY]],
    ['null', null],
  ])('is not that of %s', (_, value) => {
    expect(wellFormedEntry(bytesOf(value))).toBeUndefined();
  });

  it('has one spelling', () => {
    const text = canonicalJson(ENTRY);
    const others = [
      JSON.stringify(ENTRY),
      ` ${text}`,
      `${text}\n`,
      text.replace('"v":1', '"v":1.0'),
      text.replace('"v":1', '"v":1,"v":1'),
      text.replace('system', '\\u0073ystem'),
    ];
    for (const other of others) expect(wellFormedEntry(Buffer.from(other, 'utf8'))).toBeUndefined();
    expect(wellFormedEntry(Buffer.from(text, 'utf8'))).toEqual(ENTRY);
  });

  it('is not that of bytes that are no UTF-8', () => {
    const bytes = Buffer.from(canonicalJson({ ...ENTRY, actor: 'a\ufffdb' }), 'utf8');
    const at = bytes.indexOf(Buffer.from('\ufffd', 'utf8'));
    const invalid = Buffer.concat([bytes.subarray(0, at), Buffer.of(0xff), bytes.subarray(at + 3)]);
    expect(wellFormedEntry(bytes)).toBeDefined();
    expect(wellFormedEntry(invalid)).toBeUndefined();
    expect(wellFormedEntry(bytes.subarray(0, -1))).toBeUndefined();
  });
});
