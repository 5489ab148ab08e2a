import { canonicalJson, type Json } from '../../src/kernel/canonical-json.js';
import {
  formatBundle,
  type OfflineBundle,
  parseBundle,
  readProof,
} from '../../src/modules/verification/offline/bundle.rules.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { newSigningKey } from '../../src/platform/keys/signing-key.js';
import {
  decodeBase64,
  encodeBase64,
  formatProofBundle,
  formatVkey,
  inclusionProofLength,
  KeyType,
} from '../../src/tlog/index.js';

interface DraftEntry {
  entry: string;
  proof: string;
  public?: { salt: string; content: Json };
}

interface Draft {
  certificate: string;
  unit: string;
  policy: string;
  entries: DraftEntry[];
  newest: DraftEntry;
}

/** One alteration of a bundle, sealed again with a right digest, and the part that checking must name. */
export interface Alteration {
  readonly name: string;
  readonly part: string;
  readonly alter: (draft: Draft) => void;
}

const PLACE = 4;

/** Every kind of thing in a bundle, altered by somebody who knows the format; the log is witnessed by `w1`. */
export function alterations(bundle: OfflineBundle): Alteration[] {
  const issued = bundle.entries.findIndex(({ entry }) => leaf(entry)['kind'] === 'certificates.issued');
  const { index, checkpoint } = readProof(bundle.entries[PLACE]?.proof ?? '');
  const hashes = inclusionProofLength(index, Number(checkpoint.split('\n')[1]));
  return [
    ...policies(),
    ...checkpoints(),
    ...Array.from({ length: hashes }, (_, line) => ({
      name: `hash ${line} of a proof`,
      part: `entry ${PLACE + 1}`,
      alter: (draft: Draft) => proof(draft, PLACE, (lines) => flipLine(lines, 2 + line)),
    })),
    ...entries(),
    ...contents(issued),
  ];
}

/** The data block of an altered bundle, its digest made anew. */
export function altered(bundle: OfflineBundle, { alter }: Alteration): string {
  const draft: Draft = structuredClone({ ...bundle, entries: [...bundle.entries] });
  alter(draft);
  return formatBundle(sha256, draft);
}

/** Alterations of the text that leave the digest as it was, also such as prove nothing wrong by themselves. */
export function scratched(text: string): [name: string, text: string][] {
  const { bundle } = parseBundle(sha256, text);
  return [
    ['a comment in the policy', text.replace('# ', '#  ')],
    ['an address in the policy', text.replace('/log\\n', '/log2\\n')],
    ['the digest', text.replace(/("digest":")(.)/, (_, head: string, one: string) => head + other(one))],
    ['the format', text.replace('yanzhen-bundle/1', 'yanzhen-bundle/2')],
    ['a space', text.replace('{', '{ ')],
    ['an escape', text.replace('证', '\\u8bc1')],
    ['another member', text.replace('{', '{"a":1,')],
    ['a member twice', text.replace('{', `{"certificate":"${bundle.certificate}",`)],
    ['a number that is none', text.replace(/"content":\{/, '"content":{"a":1.5,')],
    ['the end', text.slice(0, -1)],
    ['everything', '{}'],
    ['every proof in its long form', JSON.stringify({ ...JSON.parse(text), entries: longEntries(bundle) })],
  ];
}

function policies(): Alteration[] {
  const { key } = newSigningKey();
  const change = (name: string, part: string, by: (policy: string) => string): Alteration => ({
    name: `policy: ${name}`,
    part,
    alter: (draft) => (draft.policy = by(draft.policy)),
  });
  const forged = (name: string, type: number): string => formatVkey(sha256, { name, type, key: key.publicKey });
  return [
    change('a letter of the key', 'policy', (policy) =>
      policy.replace(/(log \S+\+A)(.)/, (_, head, one) => head + other(one)),
    ),
    change('another key of the log', 'checkpoint', (policy) =>
      policy.replace(/log (\S+?)\+\S+/, (_, name: string) => `log ${forged(name, KeyType.ed25519)}`),
    ),
    change('another key of the witness', 'checkpoint', (policy) =>
      policy.replace(/witness w1 (\S+?)\+\S+/, (_, name: string) => `witness w1 ${forged(name, KeyType.cosignature)}`),
    ),
    change('no log', 'checkpoint', (policy) => policy.replace(/^log .*\n/m, '')),
    change('no quorum', 'policy', (policy) => policy.replace(/^quorum .*\n/m, '')),
    change('a witness more', 'checkpoint', (policy) =>
      policy.replace(/^group (\S+) 1 w1$/m, `witness w9 ${forged('w9', KeyType.cosignature)}\ngroup $1 2 w1 w9`),
    ),
  ];
}

function checkpoints(): Alteration[] {
  const change = (name: string, by: (note: string) => string): Alteration => ({
    name: `checkpoint: ${name}`,
    part: 'checkpoint',
    alter: (draft) => everyProof(draft, (text) => text.replace(/\n\n[^]*$/, (note) => `\n\n${by(note.slice(2))}`)),
  });
  const flipSignature = (note: string, line: RegExp, at: number): string =>
    note.replace(line, (_, head: string, base64: string) => head + encodeBase64(flipped(decodeBase64(base64), at)));
  const [log, witness] = [/(— (?!w1 )\S+ )(\S+)/, /(— w1 )(\S+)/];
  return [
    change('root', (note) => flipLine(note.split('\n'), 2).join('\n')),
    change('origin', (note) => note.replace(/^./, (one) => other(one))),
    change('a line more', (note) => note.replace('\n\n', '\nmore\n\n')),
    change('signature of the log', (note) => flipSignature(note, log, 40)),
    change('key id of the log', (note) => flipSignature(note, log, 1)),
    change('name of the signer', (note) => note.replace(/— (?!w1 )./, '— x')),
    change('no signature of the log', (note) => note.replace(/— (?!w1 ).*\n/, '')),
    change('cosignature', (note) => flipSignature(note, witness, 60)),
    change('time of the cosignature', (note) => flipSignature(note, witness, 11)),
    change('key id of the witness', (note) => flipSignature(note, witness, 2)),
    change('name of the witness', (note) => note.replace('— w1 ', '— w2 ')),
    change('no cosignature', (note) => note.replace(/— w1 .*\n/, '')),
    {
      name: 'checkpoint: one proof under another',
      part: `entry ${PLACE + 1}`,
      alter: (draft) => proof(draft, PLACE, (lines) => flipLine(lines, lines.length - 5)),
    },
  ];
}

function entries(): Alteration[] {
  const here = `entry ${PLACE + 1}`;
  const next = `entry ${PLACE + 2}`;
  const members = ['actor', 'at', 'kind', 'commitments', 'subjects', 'v'].map((member): Alteration => ({
    name: `entry: ${member}`,
    part: here,
    alter: (draft) => editEntry(draft, PLACE, (fields) => (fields[member] = changedValue(fields[member] ?? null))),
  }));
  return [
    ...members,
    { name: 'entry: a space', part: here, alter: (draft) => bytes(draft, PLACE, (text) => text.replace('{', '{ ')) },
    {
      name: 'entry: a bit',
      part: here,
      alter: (draft) => (entryAt(draft, PLACE).entry = flip64(entryAt(draft, PLACE).entry)),
    },
    { name: 'index', part: here, alter: (draft) => proof(draft, PLACE, (lines) => lines.with(1, 'index 1')) },
    {
      name: 'proof of another',
      part: here,
      alter: (draft) => (entryAt(draft, PLACE).proof = entryAt(draft, PLACE + 1).proof),
    },
    { name: 'a hash too few', part: here, alter: (draft) => proof(draft, PLACE, (lines) => lines.toSpliced(2, 1)) },
    { name: 'no proof', part: here, alter: (draft) => (entryAt(draft, PLACE).proof = '') },
    { name: 'one left out', part: here, alter: (draft) => void draft.entries.splice(PLACE, 1) },
    { name: 'the first left out', part: 'entry 1', alter: (draft) => void draft.entries.shift() },
    { name: 'one twice', part: next, alter: (draft) => void draft.entries.splice(PLACE, 0, entryAt(draft, PLACE)) },
    {
      name: 'two swapped',
      part: here,
      alter: (draft) => draft.entries.splice(PLACE, 2, entryAt(draft, PLACE + 1), entryAt(draft, PLACE)),
    },
    { name: 'none', part: 'certificate', alter: (draft) => (draft.entries = []) },
    { name: 'another unit', part: 'entry 1', alter: (draft) => (draft.unit = other(draft.unit)) },
    { name: 'another certificate', part: 'certificate', alter: (draft) => (draft.certificate = draft.unit) },
    { name: 'another newest', part: 'newest', alter: (draft) => (draft.newest = entryAt(draft, 0)) },
    { name: 'newest: a bit', part: 'newest', alter: (draft) => (draft.newest.entry = flip64(draft.newest.entry)) },
  ];
}

function contents(issued: number): Alteration[] {
  const part = `entry ${issued + 1}`;
  const change = (name: string, alter: (says: { salt: string; content: Json }) => void): Alteration => ({
    name: `content: ${name}`,
    part,
    alter: (draft) => {
      const says = entryAt(draft, issued).public;
      if (says) alter(says);
    },
  });
  const members = ['number', 'code', 'verifyUrl', 'issuedAt', 'results', 'unit', 'merchant', 'isSample', 'photos'];
  return [
    change('salt', (says) => (says.salt = other(says.salt))),
    change('salt in capitals', (says) => (says.salt = says.salt.toUpperCase())),
    change('half a salt', (says) => (says.salt = says.salt.slice(0, 32))),
    ...members.map((member) =>
      change(member, (says) => {
        const content = says.content as Record<string, Json>;
        content[member] = changedValue(content[member] ?? null);
      }),
    ),
    change('one more', (says) => ((says.content as Record<string, Json>)['more'] = 'x')),
    { name: 'content: left out', part, alter: (draft) => void delete entryAt(draft, issued).public },
  ];
}

/** The first plain value inside is made another. */
function changedValue(value: Json): Json {
  if (typeof value === 'string') return other(value);
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return 0;
  if (Array.isArray(value)) return [changedValue(value[0] ?? null), ...value.slice(1)];
  const [[key, member] = ['x', null], ...rest] = Object.entries(value);
  return Object.fromEntries([[key, changedValue(member ?? null)], ...rest]);
}

function entryAt(draft: Draft, place: number): DraftEntry {
  const found = draft.entries[place];
  if (!found) throw new Error(`the bundle has no entry ${place}`);
  return found;
}

function everyProof(draft: Draft, change: (text: string) => string): void {
  for (const bundled of [...draft.entries, draft.newest]) bundled.proof = change(long(bundled.proof));
}

function proof(draft: Draft, place: number, change: (lines: string[]) => readonly string[]): void {
  const bundled = entryAt(draft, place);
  bundled.proof = change(long(bundled.proof).split('\n')).join('\n');
}

function long(text: string): string {
  return formatProofBundle(readProof(text));
}

function longEntries({ entries: all }: OfflineBundle): object[] {
  return all.map((bundled) => ({ ...bundled, proof: long(bundled.proof) }));
}

function leaf(entry64: string): Record<string, Json> {
  return JSON.parse(Buffer.from(entry64, 'base64').toString('utf8'));
}

function editEntry(draft: Draft, place: number, change: (fields: Record<string, Json>) => void): void {
  const fields = leaf(entryAt(draft, place).entry);
  change(fields);
  bytes(draft, place, () => canonicalJson(fields));
}

function bytes(draft: Draft, place: number, change: (text: string) => string): void {
  const bundled = entryAt(draft, place);
  bundled.entry = Buffer.from(change(Buffer.from(bundled.entry, 'base64').toString('utf8'))).toString('base64');
}

/** The base64 line at a place with one bit of its bytes turned. */
function flipLine(lines: string[], place: number): string[] {
  return lines.with(place, flip64(lines[place] ?? ''));
}

function flip64(base64: string): string {
  return encodeBase64(flipped(decodeBase64(base64), 9));
}

function flipped(whole: Uint8Array, place: number): Uint8Array {
  return whole.with(place, (whole[place] ?? 0) ^ 1);
}

/** The text with its first character made another one of the same kind. */
function other(text: string): string {
  return (text.startsWith('1') ? '2' : '1') + text.slice(1);
}
