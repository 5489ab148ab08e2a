import { decodeUtf8, encodeUtf8, equalBytes } from './bytes.js';
import { TlogError } from './errors.js';
import type { Sha256 } from './hash.js';
import { KeyType, parseVkey, type Vkey } from './vkey.js';

/** A log that the reader accepts; the key's name is the log's origin. */
export interface PolicyLog {
  readonly vkey: Vkey;
  readonly url?: string;
}

/** A witness by the name that groups and the quorum use for it. */
export interface PolicyWitness {
  readonly name: string;
  readonly vkey: Vkey;
  readonly url?: string;
}

/** Witnesses a checkpoint when at least `threshold` of its members, witnesses or earlier groups, do. */
export interface PolicyGroup {
  readonly name: string;
  readonly threshold: number;
  readonly members: readonly string[];
}

/** Whom a reader trusts: C2SP tlog-policy. `quorum` names a witness or a group, or is `none`. */
export interface Policy {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: readonly PolicyGroup[];
  readonly quorum: string;
}

interface Draft {
  readonly sha256: Sha256;
  readonly logs: PolicyLog[];
  readonly witnesses: PolicyWitness[];
  readonly groups: PolicyGroup[];
  /** Names that later lines may refer to. */
  readonly names: Set<string>;
  /** Names that are members of a group already: each may be so once. */
  readonly members: Set<string>;
  quorum?: string;
}

const LOG_KEYS: readonly number[] = [KeyType.ed25519, KeyType.mlDsaCosignature];
const WITNESS_KEYS: readonly number[] = [KeyType.cosignature, KeyType.mlDsaCosignature];
const DIRECTIVES: Readonly<Record<string, (draft: Draft, items: readonly string[]) => void>> = {
  log: addLog,
  witness: addWitness,
  group: addGroup,
  quorum: setQuorum,
};

/**
 * The policy that a text says. Keys of types that cannot be used here (ML-DSA) are read and then never met.
 * Throws `policy` with the line number, or `encoding` on bad UTF-8 (the format would allow it; this reader does not).
 */
export function parsePolicy(sha256: Sha256, text: Uint8Array | string): Policy {
  const whole = typeof text === 'string' ? decodeUtf8(encodeUtf8(text)) : decodeUtf8(text);
  if (!whole.endsWith('\n')) throw new TlogError('policy', "a policy's last line ends with a newline");
  const draft: Draft = { sha256, logs: [], witnesses: [], groups: [], names: new Set(), members: new Set() };
  for (const [at, line] of whole.slice(0, -1).split('\n').entries()) readLine(draft, line, at + 1);
  const { logs, witnesses, groups, quorum } = draft;
  if (quorum === undefined) throw new TlogError('policy', 'a policy has a quorum line');
  return { logs, witnesses, groups, quorum };
}

/** Tells whether the witnesses of these names, whose cosignatures the caller has verified, are enough. */
export function isQuorumMet(policy: Policy, cosignedBy: ReadonlySet<string>): boolean {
  if (policy.quorum === 'none') return true;
  const met = new Set(policy.witnesses.map(({ name }) => name).filter((name) => cosignedBy.has(name)));
  for (const { name, threshold, members } of policy.groups) {
    if (members.filter((member) => met.has(member)).length >= threshold) met.add(name);
  }
  return met.has(policy.quorum);
}

function readLine(draft: Draft, line: string, number: number): void {
  const forbidden = [...line].some((character) => (character < ' ' && character !== '\t') || character === '\u007f');
  if (forbidden) throw new TlogError('policy', `line ${number}: a control character`);
  const [word, ...items] = line.split(/[ \t]+/).filter((item) => item !== '');
  if (word === undefined || word.startsWith('#')) return;
  const directive = Object.hasOwn(DIRECTIVES, word) ? DIRECTIVES[word] : undefined;
  try {
    if (!directive) throw new TlogError('policy', 'not log, witness, group or quorum');
    directive(draft, items);
  } catch (error) {
    if (!(error instanceof TlogError)) throw error;
    throw new TlogError('policy', `line ${number}: ${error.message}`);
  }
}

function addLog(draft: Draft, items: readonly string[]): void {
  const [key, url, ...rest] = items;
  if (key === undefined || rest.length > 0) throw new TlogError('policy', 'not log <vkey> [<url>]');
  draft.logs.push({ vkey: newKey(draft, key, { types: LOG_KEYS, among: draft.logs }), ...(url && { url }) });
}

function addWitness(draft: Draft, items: readonly string[]): void {
  const [name, key, url, ...rest] = items;
  if (name === undefined || key === undefined || rest.length > 0) {
    throw new TlogError('policy', 'not witness <name> <vkey> [<url>]');
  }
  const vkey = newKey(draft, key, { types: WITNESS_KEYS, among: draft.witnesses });
  defineName(draft, name);
  draft.witnesses.push({ name, vkey, ...(url && { url }) });
}

function addGroup(draft: Draft, items: readonly string[]): void {
  const [name, count, ...members] = items;
  if (name === undefined || count === undefined || members.length === 0) {
    throw new TlogError('policy', 'not group <name> all|any|<k> <name>…');
  }
  for (const member of members) {
    if (!draft.names.has(member)) throw new TlogError('policy', `${member} is not defined above`);
    if (draft.members.has(member)) throw new TlogError('policy', `${member} is a member of a group already`);
    draft.members.add(member);
  }
  defineName(draft, name);
  draft.groups.push({ name, threshold: readThreshold(count, members.length), members });
}

function setQuorum(draft: Draft, items: readonly string[]): void {
  const [name, ...rest] = items;
  if (name === undefined || rest.length > 0) throw new TlogError('policy', 'not quorum <name>');
  if (draft.quorum !== undefined) throw new TlogError('policy', 'a second quorum line');
  if (name !== 'none' && !draft.names.has(name)) throw new TlogError('policy', `${name} is not defined above`);
  draft.quorum = name;
}

function newKey(
  draft: Draft,
  text: string,
  { types, among }: { types: readonly number[]; among: readonly { readonly vkey: Vkey }[] },
): Vkey {
  const vkey = parseVkey(draft.sha256, text);
  if (!types.includes(vkey.type)) throw new TlogError('policy', `a key of type ${vkey.type} does not belong here`);
  if (among.some((other) => equalBytes(other.vkey.key, vkey.key)))
    throw new TlogError('policy', 'the key is there twice');
  return vkey;
}

function defineName(draft: Draft, name: string): void {
  if (name === 'none' || draft.names.has(name)) throw new TlogError('policy', `the name ${name} is taken`);
  draft.names.add(name);
}

function readThreshold(count: string, members: number): number {
  if (count === 'any') return 1;
  if (count === 'all') return members;
  const threshold = /^[1-9][0-9]{0,8}$/.test(count) ? Number(count) : 0;
  if (threshold < 1 || threshold > members) throw new TlogError('policy', `the threshold is not 1 to ${members}`);
  return threshold;
}
