import { createPrivateKey, createPublicKey, hash as digest, sign, verify } from 'node:crypto';
import * as fc from 'fast-check';
import { decodeBase64, encodeBase64, fromHex } from './base64.js';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.js';
import {
  ed25519Verifier,
  formatNote,
  formatSignatureLines,
  openNote,
  parseNote,
  parseSignatureLines,
  signNote,
} from './note.js';
import { formatVkey, isKeyName, parseVkey } from './vkey.js';

const sha256 = (data: Uint8Array): Uint8Array => digest('sha256', data, 'buffer');

function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([fromHex('302a300506032b6570032100'), key]);
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

/** Keys, text and note of the examples in golang.org/x/mod/sumdb/note. */
const VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const SEED = decodeBase64('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz').subarray(1);
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const PETER =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const ENOCH =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const NOTE = `${TEXT}\n${PETER}`;

const peter = parseVkey(sha256, VKEY);
const verifier = ed25519Verifier(peter, verifyEd25519);

function peterSigns(message: Uint8Array): Uint8Array {
  const der = Buffer.concat([fromHex('302e020100300506032b657004220420'), SEED]);
  return new Uint8Array(sign(null, message, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })));
}

describe('vkeys', () => {
  it('are read as Go writes them', () => {
    expect(peter).toMatchObject({ name: 'PeterNeumann', type: 1, keyId: 0xc74f20a3 });
    expect(formatVkey(sha256, peter)).toBe(VKEY);
  });

  it.each([
    ['an id of another key', VKEY.replace('c74f20a3', 'c74f20a4')],
    ['an id in upper case', VKEY.replace('c74f20a3', 'C74F20A3')],
    ['another name', VKEY.replace('Peter', 'Petra')],
    [
      'a key that is too long, with its own id',
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    ],
    ['an unknown type, with its own id', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['a space in the name', VKEY.replace('Peter', 'Peter ')],
    ['no name', VKEY.replace('PeterNeumann', '')],
    ['a newline at the end', `${VKEY}\n`],
    ['no key', 'PeterNeumann+c74f20a3+'],
    ['nothing', ''],
  ])('are refused with %s', (_, text) => {
    expect(() => parseVkey(sha256, text)).toThrow(expect.objectContaining({ name: 'TlogError' }));
  });

  it.each(['', 'a b', 'a+b', 'a\u00a0b', 'a\u2003b', 'a\u0085b', 'a\tb', 'a\nb', 'a\u0001b', '\ud800'])(
    'have no name like %j',
    (name) => {
      expect(isKeyName(name)).toBe(false);
    },
  );
});

describe('notes', () => {
  it('are signed as Go signs them', () => {
    expect(signNote(TEXT, { name: peter.name, keyId: peter.keyId, sign: peterSigns })).toBe(NOTE);
  });

  it('are opened from text and from bytes', () => {
    expect(openNote(NOTE, [verifier]).text).toBe(TEXT);
    expect(openNote(new TextEncoder().encode(NOTE), [verifier]).text).toBe(TEXT);
  });

  it('keep empty lines in their text, and end it at the last one', () => {
    const text = '\none\n\n\n— two three\n\n';
    const note = signNote(text, { name: peter.name, keyId: peter.keyId, sign: peterSigns });
    expect(openNote(note, [verifier]).text).toBe(text);
  });

  it('ignore keys that are not known, also with the name or the id of a known one', () => {
    const line = (name: string, id: string): string => `— ${name} ${encodeBase64(fromHex(`${id}00`))}\n`;
    const note = NOTE + ENOCH + line('PeterNeumann', 'c74f20a4') + line('PeterNewman', 'c74f20a3');
    expect(openNote(note, [verifier]).signatures.map(({ name }) => name)).toEqual(['PeterNeumann']);
  });

  it('give one signature for a key that signed twice', () => {
    expect(openNote(NOTE + PETER, [verifier]).signatures).toHaveLength(1);
  });

  it('are refused when no known key signed', () => {
    expect(() => openNote(`${TEXT}\n${ENOCH}`, [verifier])).toThrow(expect.objectContaining({ code: 'signature' }));
    expect(() => openNote(NOTE, [])).toThrow(expect.objectContaining({ code: 'signature' }));
  });

  it('are refused when a known key has a bad signature beside a good one', () => {
    const bad = PETER.replace('ZJku', 'ZJkv');
    expect(() => openNote(NOTE + bad, [verifier])).toThrow(expect.objectContaining({ code: 'signature' }));
    expect(() => openNote(`${TEXT}\n${bad}${PETER}`, [verifier])).toThrow(
      expect.objectContaining({ code: 'signature' }),
    );
  });

  it('are refused when two known keys cannot be told apart', () => {
    expect(() => openNote(NOTE, [verifier, { ...verifier }])).toThrow(expect.objectContaining({ code: 'signature' }));
  });

  it('take 16 signatures, and not 65', () => {
    expect(openNote(NOTE + ENOCH.repeat(15), [verifier]).text).toBe(TEXT);
    expect(() => parseNote(NOTE + ENOCH.repeat(64))).toThrow(expect.objectContaining({ code: 'signature' }));
  });

  it.each([
    ['a carriage return', `${TEXT}\r\n\n${PETER}`, 'note'],
    ['a tab', `a\tb\n\n${PETER}`, 'note'],
    ['no empty line', TEXT + PETER, 'note'],
    ['no signature', `${TEXT}\n`, 'signature'],
    ['an empty line at the end', `${NOTE}\n`, 'signature'],
    ['no newline at the end', NOTE.slice(0, -1), 'signature'],
    ['a hyphen for the dash', `${TEXT}\n${PETER.replace('—', '-')}`, 'signature'],
    ['two spaces', `${TEXT}\n${PETER.replace(' x', '  x')}`, 'signature'],
    ['a space at the end', `${TEXT}\n${PETER.replace('=\n', '= \n')}`, 'signature'],
    ['unused bits', `${TEXT}\n${PETER.replace('AM=', 'AN=')}`, 'base64'],
    ['no padding', `${TEXT}\n${PETER.replace('=', '')}`, 'base64'],
    ['a key id alone', `${TEXT}\n— PeterNeumann x08gow==\n`, 'signature'],
    ['a lone surrogate', `a\ud800\n\n${PETER}`, 'note'],
  ])('are refused with %s', (_, note, code) => {
    expect(() => parseNote(note)).toThrow(expect.objectContaining({ code }));
  });

  it('are refused in bytes that are not UTF-8', () => {
    const bytes = new TextEncoder().encode(NOTE);
    bytes[0] = 0xff;
    expect(() => parseNote(bytes)).toThrow(expect.objectContaining({ code: 'encoding' }));
  });

  it.each(['no newline', 'control\u0007\n', ''])('are not made of the text %j', (text) => {
    const signer = { name: peter.name, keyId: peter.keyId, sign: peterSigns };
    expect(() => signNote(text, signer)).toThrow(expect.objectContaining({ code: 'note' }));
  });

  it('are not made without a signature', () => {
    expect(() => signNote(TEXT)).toThrow(expect.objectContaining({ code: 'note' }));
  });

  it('write signature lines that they read', () => {
    expect(formatSignatureLines(parseSignatureLines(PETER + ENOCH))).toBe(PETER + ENOCH);
    expect(() => parseSignatureLines('')).toThrow(expect.objectContaining({ code: 'signature' }));
  });

  it('never open with another text, whatever character is changed', () => {
    fc.assert(
      fc.property(
        fc.nat(NOTE.length),
        fc.nat(1),
        fc.constantFrom('', 'A', '\n', ' ', '\u0001', '=', '—'),
        (at, cut, put) => {
          const changed = NOTE.slice(0, at) + put + NOTE.slice(at + cut);
          try {
            const opened = openNote(changed, [verifier]);
            return changed === NOTE && opened.text === TEXT;
          } catch {
            return changed !== NOTE;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never read a note that they would not write', () => {
    const piece = fc.constantFrom('\n', '— ', 'a', ' ', 'AAAAAAA=', 'AAAAAAAA', PETER, ENOCH, '\u0000', '\r');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const note = pieces.join('');
        try {
          return formatNote(parseNote(note)) === note;
        } catch {
          return true;
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('checkpoints', () => {
  /** The example of C2SP tlog-checkpoint. */
  const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

  it('are read and written as in the C2SP text', () => {
    const checkpoint = parseCheckpoint(text);
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163, extensions: [] });
    expect(encodeBase64(checkpoint.root)).toBe('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=');
    expect(formatCheckpoint(checkpoint)).toBe(text);
  });

  it('keep extension lines', () => {
    const extended = `${text}one\ntwo three\n`;
    expect(parseCheckpoint(extended).extensions).toEqual(['one', 'two three']);
    expect(formatCheckpoint(parseCheckpoint(extended))).toBe(extended);
  });

  it('take size 0 and the largest size', () => {
    expect(parseCheckpoint(text.replace('20852163', '0')).size).toBe(0);
    expect(parseCheckpoint(text.replace('20852163', '9007199254740991')).size).toBe(Number.MAX_SAFE_INTEGER);
  });

  it.each([
    ['a leading zero', text.replace('208', '0208'), 'number'],
    ['a plus', text.replace('208', '+208'), 'number'],
    ['an exponent', text.replace('20852163', '2e7'), 'number'],
    ['a size of 2^53', text.replace('20852163', '9007199254740992'), 'number'],
    ['other digits', text.replace('20852163', '２０'), 'number'],
    ['a short root', text.replace('CsUY', ''), 'hash'],
    ['unused bits in the root', text.replace('q2I=', 'q2J='), 'base64'],
    ['no origin', text.replace('example.com/behind-the-sofa', ''), 'checkpoint'],
    ['an empty extension line', `${text}\n`, 'checkpoint'],
    ['no final newline', text.slice(0, -1), 'checkpoint'],
    ['two lines', 'a\n1\n', 'checkpoint'],
    ['a carriage return', text.replace('sofa\n', 'sofa\r\n'), 'checkpoint'],
  ])('are refused with %s', (_, changed, code) => {
    expect(() => parseCheckpoint(changed)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['a newline in the origin', { origin: 'a\nb', size: 1, root: new Uint8Array(32) }],
    ['an empty extension', { origin: 'a', size: 1, root: new Uint8Array(32), extensions: [''] }],
    ['a size that is no integer', { origin: 'a', size: 1.5, root: new Uint8Array(32) }],
    ['a short root', { origin: 'a', size: 1, root: new Uint8Array(31) }],
  ])('are not made with %s', (_, checkpoint) => {
    expect(() => formatCheckpoint(checkpoint)).toThrow(expect.objectContaining({ name: 'TlogError' }));
  });
});
