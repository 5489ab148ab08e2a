import { canonicalJson } from '../../kernel/canonical-json.js';
import { isInstant } from '../../kernel/instant.js';
import { type Entry, ENTRY_VERSION, MAX_SUBJECTS } from '../entry.js';
import { DISCLOSURE_GROUPS } from '../event.js';

const MEMBERS = new Set(['v', 'kind', 'at', 'actor', 'subjects', 'commitments', 'clear']);
const SHA256_BASE64 = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** The entry that bytes spell, or undefined unless they are one to the letter of docs/ledger-format.md. */
export function wellFormedEntry(bytes: Uint8Array): Entry | undefined {
  try {
    const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const text = stored.toString('utf8');
    const value: unknown = JSON.parse(text);
    if (!isEntry(value) || canonicalEntry(value) !== text) return undefined;
    // Bytes that are no UTF-8 are read as U+FFFD, and so is what spells it.
    return !text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(stored) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** RFC 8785 of an entry: its members are known, so that they need no sorting; three times faster than the general way. */
function canonicalEntry({ actor, at, clear, commitments, kind, subjects, v }: Entry): string {
  const groups = GROUPS.filter((group) => commitments[group] !== undefined);
  const committed = groups.map((group) => `"${group}":"${commitments[group]}"`).join(',');
  const linked = subjects.map(({ type, id, prev }) => `{"id":${quoted(id)},"prev":${prev},"type":${quoted(type)}}`);
  const said = clear === undefined ? '' : `"clear":${canonicalJson(clear)},`;
  const head = `{"actor":${quoted(actor)},"at":"${at}",${said}"commitments":{${committed}}`;
  return `${head},"kind":${quoted(kind)},"subjects":[${linked.join(',')}],"v":${v}}`;
}

const GROUPS = DISCLOSURE_GROUPS.toSorted();

/** As in canonicalJson: throws on lone surrogates, which have no one spelling. */
function quoted(text: string): string {
  return canonicalJson(text);
}

/** Entries of one commit have one time: it is parsed once. */
let lastInstant = '';

function isTime(text: unknown): boolean {
  if (text === lastInstant) return true;
  if (typeof text !== 'string' || !isInstant(text)) return false;
  lastInstant = text;
  return true;
}

function isEntry(value: unknown): value is Entry {
  if (!isObject(value)) return false;
  const { v, kind, at, actor, subjects, commitments } = value;
  return (
    Object.keys(value).every((member) => MEMBERS.has(member)) &&
    v === ENTRY_VERSION &&
    isText(kind) &&
    isText(actor) &&
    isTime(at) &&
    areSubjects(subjects) &&
    areCommitments(commitments)
  );
}

function areSubjects(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > MAX_SUBJECTS || !value.every(isSubject)) return false;
  if (value.length === 1) return true;
  const names = value.map(({ type, id }: { type: string; id: string }) => JSON.stringify([type, id]));
  return new Set(names).size === names.length;
}

function isSubject(value: unknown): value is { type: string; id: string } {
  if (!isObject(value)) return false;
  const { type, id, prev } = value;
  const isIndex = prev === null || (Number.isSafeInteger(prev) && Number(prev) >= 0);
  return Object.keys(value).length === 3 && isText(type) && isText(id) && isIndex;
}

function areCommitments(value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.entries(value).every(
    ([group, commitment]) =>
      (DISCLOSURE_GROUPS as readonly string[]).includes(group) &&
      typeof commitment === 'string' &&
      SHA256_BASE64.test(commitment),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
