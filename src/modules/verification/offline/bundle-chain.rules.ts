import type { Text } from '../../../kernel/language.js';
import { checkpointOf, parseProofBundle } from '../../../tlog/index.js';
import type { OfflineBundle } from './bundle.rules.js';
import { fault, type Fault, inEntry } from './bundle-faults.rules.js';
import { type CheckedEntry, prevOf } from './bundled-entry.rules.js';

export const CERTIFICATE_FORMAT = 'yanzhen-certificate/1';

/** What does not hold between the entries: their order, their completeness, the certificate, the end of the tree. */
export function chainFaults(bundle: OfflineBundle, all: readonly CheckedEntry[]): Fault[] {
  const entries = all.slice(0, -1);
  const newest = all.at(-1);
  return [
    ...entries.flatMap((entry, at) => linkFaults(bundle.unit, entry, entries[at - 1], at + 1)),
    ...(newest ? newestFaults(bundle.unit, newest, entries.at(-1)) : []),
    ...certificateFaults(bundle, entries, newest),
  ];
}

const BROKEN: Text = {
  zh: '与前一条接不上：中间有缺漏或顺序不对',
  en: 'it does not follow the one before: something is missing',
};
const EARLIER: Text = { zh: '时间早于前一条', en: 'it is earlier than the one before' };
const NOT_LAST: Text = { zh: '不是检查点那棵树的最后一条', en: "it is not the last one of the checkpoint's tree" };
const LEFT_OUT: Text = { zh: '也是这件商品的记录，却没有列出', en: 'it is about these goods too, and is not listed' };
const NOT_ISSUED: Text = { zh: '记录中没有这张证书的签发', en: 'no entry issues it' };
const OTHER_UNIT: Text = {
  zh: '签发内容说的是别的商品或别的日志',
  en: 'what was issued is about other goods or another log',
};

function linkFaults(unit: string, entry: CheckedEntry, before: CheckedEntry | undefined, number: number): Fault[] {
  const faults: Fault[] = [];
  if (prevOf(entry, unit) !== (before?.index ?? null)) faults.push(fault(inEntry(number), BROKEN));
  if (before && entry.at < before.at) faults.push(fault(inEntry(number), EARLIER));
  return faults;
}

function newestFaults(unit: string, newest: CheckedEntry, last: CheckedEntry | undefined): Fault[] {
  const { size } = checkpointOf(parseProofBundle(newest.proof));
  if (newest.index !== size - 1) return [fault('newest', NOT_LAST)];
  if (prevOf(newest, unit) !== undefined && newest.index !== last?.index) return [fault('newest', LEFT_OUT)];
  return last && newest.at < last.at ? [fault('newest', EARLIER)] : [];
}

function certificateFaults(
  { certificate, unit }: OfflineBundle,
  entries: readonly CheckedEntry[],
  newest: CheckedEntry | undefined,
): Fault[] {
  const issued = issueOf(entries, certificate);
  if (!issued) return [fault('certificate', NOT_ISSUED)];
  const content: unknown = JSON.parse(issued.disclosed?.content ?? 'null');
  const origin = newest && checkpointOf(parseProofBundle(newest.proof)).origin;
  return isAbout(content, unit, origin) ? [] : [fault('certificate', OTHER_UNIT)];
}

/** The entry that issues a certificate. */
export function issueOf(entries: readonly CheckedEntry[], certificate: string): CheckedEntry | undefined {
  return entries.find(
    ({ kind, subjects }) =>
      kind === 'certificates.issued' && subjects.some(({ type, id }) => type === 'certificate' && id === certificate),
  );
}

function isAbout(content: unknown, unit: string, origin: string | undefined): boolean {
  if (typeof content !== 'object' || content === null) return false;
  if (!('format' in content) || content.format !== CERTIFICATE_FORMAT) return false;
  if (!('logOrigin' in content) || content.logOrigin !== origin) return false;
  if (!('unit' in content) || typeof content.unit !== 'object' || content.unit === null) return false;
  return 'id' in content.unit && content.unit.id === unit;
}
