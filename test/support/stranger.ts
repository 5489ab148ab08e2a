import { createHash, createPublicKey, verify } from 'node:crypto';

/**
 * What somebody does who has docs/ledger-format.md, an answer of `/v/…`, the log's vkey from elsewhere, and no code of
 * ours: the tree by RFC 9162, the note by C2SP signed-note, the commitment by the formula of the page.
 */
export interface Answered {
  readonly proofs: {
    readonly checkpoint: string;
    readonly size: number;
    readonly entries: readonly AnsweredEntry[];
    readonly facts: readonly { readonly fact: string; readonly entry: number; readonly at?: string }[];
  };
}

export interface AnsweredEntry {
  readonly index: number;
  readonly entry: string;
  readonly disclosures: readonly { readonly group: string; readonly salt: string; readonly content: string }[];
  readonly proof: readonly string[];
}

interface Leaf {
  readonly v: number;
  readonly kind: string;
  readonly subjects: readonly { readonly type: string; readonly id: string; readonly prev: number | null }[];
  readonly commitments: Readonly<Record<string, string>>;
}

/** Everything that does not hold; nothing when the answer proves what it shows. */
export function faultsOfAnswer(answer: Answered, vkey: string, unitId: string): string[] {
  const { checkpoint, entries, size } = answer.proofs;
  const [signedSize, root] = openedCheckpoint(checkpoint, vkey);
  if (!root) return ['the checkpoint is not signed by this log'];
  const faults = signedSize === size ? [] : ['the size is not the signed one'];
  return [
    ...faults,
    ...entries.flatMap((entry) => faultsOfEntry(entry, size, root)),
    ...faultsOfChain(entries, unitId),
    ...faultsOfFacts(answer),
  ];
}

/** The value at an RFC 6901 pointer; undefined where there is none. */
export function pointed(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inside, key) => (isObject(inside) ? inside[key] : undefined), value);
}

function openedCheckpoint(note: string, vkey: string): [size: number, root: Buffer] | [size: number] {
  const [name = '', id = '', key = ''] = splitOnce(vkey.trim(), '+', 3);
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const line = note
    .slice(end + 2)
    .split('\n')
    .find((signature) => signature.startsWith(`— ${name} `));
  const signature = Buffer.from(line?.split(' ')[2] ?? '', 'base64');
  const [origin, size = '', root = ''] = text.split('\n');
  const isGood =
    signature.subarray(0, 4).toString('hex') === id &&
    verify(null, Buffer.from(text), ed25519(Buffer.from(key, 'base64').subarray(1)), signature.subarray(4));
  return isGood && origin === name ? [Number(size), Buffer.from(root, 'base64')] : [Number(size)];
}

/** `<name>+<hex id>+<base64 key>`: the key may hold a plus, the name may not. */
function splitOnce(text: string, by: string, parts: number): string[] {
  const found = text.split(by);
  return [...found.slice(0, parts - 1), found.slice(parts - 1).join(by)];
}

/** An Ed25519 public key in the DER that RFC 8410 gives it. */
function ed25519(key: Buffer): ReturnType<typeof createPublicKey> {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

function faultsOfEntry({ index, entry, disclosures, proof }: AnsweredEntry, size: number, root: Buffer): string[] {
  const bytes = Buffer.from(entry, 'base64');
  const leaf = leafOf(bytes);
  const path = proof.map((hash) => Buffer.from(hash, 'base64'));
  const isIn = isIncluded({ index, size, leaf: sha256(Buffer.of(0), bytes), path, root });
  const wrong = disclosures.filter(({ group, salt, content }) => {
    const name = Buffer.from(group);
    const message = [Buffer.from('yanzhen/disclosure/v1\n'), Buffer.of(name.length), name, Buffer.from(salt, 'hex')];
    return sha256(...message, Buffer.from(content)).toString('base64') !== leaf.commitments[group];
  });
  return [
    ...(isIn ? [] : [`entry ${index} is not in the tree`]),
    ...wrong.map(({ group }) => `entry ${index} did not commit to this ${group} content`),
    ...(disclosures.every(({ group }) => group === 'public') ? [] : [`entry ${index} discloses more than public`]),
  ];
}

/** RFC 9162 §2.1.3.2. */
function isIncluded(claim: {
  readonly index: number;
  readonly size: number;
  readonly leaf: Buffer;
  readonly path: readonly Buffer[];
  readonly root: Buffer;
}): boolean {
  let [fn, sn, hash] = [BigInt(claim.index), BigInt(claim.size) - 1n, claim.leaf];
  if (fn > sn) return false;
  for (const sibling of claim.path) {
    if (sn === 0n) return false;
    if ((fn & 1n) === 1n || fn === sn) {
      hash = sha256(Buffer.of(1), sibling, hash);
      while ((fn & 1n) === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      hash = sha256(Buffer.of(1), hash, sibling);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n && hash.equals(claim.root);
}

function faultsOfChain(entries: readonly AnsweredEntry[], unitId: string): string[] {
  return entries.flatMap(({ index, entry }, number) => {
    const about = leafOf(Buffer.from(entry, 'base64')).subjects.find(
      ({ type, id }) => type === 'unit' && id === unitId,
    );
    const before = entries[number - 1]?.index ?? null;
    return about && about.prev === before ? [] : [`entry ${index} does not follow ${before} in the unit's chain`];
  });
}

/** Each fact names an entry of the answer, and says the same as that entry where it says where. */
function faultsOfFacts(answer: Answered): string[] {
  return answer.proofs.facts.flatMap(({ fact, entry, at }) => {
    const shown = pointed(answer, fact);
    const named = answer.proofs.entries.find(({ index }) => index === entry);
    if (shown === undefined) return [`${fact} is not shown`];
    if (!named) return [`${fact} names entry ${entry}, which is not about the unit`];
    if (at === undefined) return [];
    const disclosed = named.disclosures.find(({ group }) => group === 'public')?.content ?? '{}';
    const isSame = JSON.stringify(sorted(pointed(JSON.parse(disclosed), at))) === JSON.stringify(sorted(shown));
    return isSame ? [] : [`${fact} is not what entry ${entry} says at ${at}`];
  });
}

/** Members in one order, so that texts can be compared. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, member]): [string, unknown] => [key, sorted(member)]);
  return Object.fromEntries(members.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function leafOf(bytes: Buffer): Leaf {
  return JSON.parse(bytes.toString('utf8'));
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}
