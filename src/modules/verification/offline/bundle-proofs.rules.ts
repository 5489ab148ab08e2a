import { instantFromMillis } from '../../../kernel/instant.js';
import { formatMinute } from '../../../platform/pages/format.js';
import { decodeBase64, decodeUtf8, encodeBase64 } from '../../../tlog/index.js';
import type { CheckedBundle } from './bundle-check.rules.js';
import { facts, type Reading } from './bundle-facts.rules.js';
import type { BundleView } from './bundle-view.rules.js';
import type { CheckedEntry } from './bundled-entry.rules.js';
import { h, type PageNode } from './page-node.js';

/** What was proven and how, what was not, by which policy, and every entry with all that it discloses. */
export function proofSections(checked: CheckedBundle, seen: BundleView, reading: Reading): PageNode[] {
  return [proven(checked, seen, reading), entries(checked, seen, reading)];
}

function proven(checked: CheckedBundle, { view, at }: BundleView, { t }: Reading): PageNode {
  const { checkpoint, log, witnessed } = checked.trusted;
  const minute = (instant: typeof at): string => `${formatMinute(instant, view.zone)} (${view.zone})`;
  const cosigned = witnessed.map(({ witness, time }) =>
    t('bundle.cosigned', {
      name: `${witness.name} (${witness.vkey.name})`,
      time: minute(instantFromMillis(1_000 * time)),
    }),
  );
  const ticks = [
    t('bundle.inclusion', { count: checked.entries.length, size: checkpoint.size }),
    t('bundle.content'),
    t('bundle.chain'),
    t('bundle.signed', { name: log.vkey.name }),
    ...cosigned,
    quorumLine(checked.policy, t),
    t('bundle.newest', { time: minute(at) }),
  ];
  return h(
    'section.card.proof',
    h('h2', t('bundle.how')),
    h('ul.ticks', ...ticks.map((tick) => h('li', tick))),
    h('h3', t('bundle.notProven')),
    h(
      'ul.dashes',
      ...['bundle.notLater', 'notProvenGoods', 'notProvenRest', 'bundle.notSelf'].map((key) => h('li', t(key))),
    ),
    facts(
      [t('logName'), h('span.code', checkpoint.origin)],
      [t('bundle.checkpointSize'), String(checkpoint.size)],
      [t('bundle.root'), h('span.code', encodeBase64(checkpoint.root))],
    ),
    h('h3', t('bundle.policy')),
    h('pre.block', checked.policy),
  );
}

function quorumLine(policy: string, t: Reading['t']): string {
  const [, quorum = 'none'] = /^[ \t]*quorum[ \t]+(\S+)/m.exec(policy) ?? [];
  return quorum === 'none' ? t('bundle.noQuorum') : t('bundle.quorum', { quorum });
}

function entries({ entries: all, newest }: CheckedBundle, seen: BundleView, reading: Reading): PageNode {
  const { t } = reading;
  const isListed = all.some(({ index }) => index === newest.index);
  const shown = isListed ? all : [...all, newest];
  return h(
    'section.card.entries',
    h('h2', t('bundle.entries')),
    h('p.soft', t('bundle.entriesText')),
    ...shown.map((entry) => entryDetails(entry, seen, reading)),
  );
}

function entryDetails(entry: CheckedEntry, { view }: BundleView, { t }: Reading): PageNode {
  const { index, kind, at, disclosed, commitments, leafHash, proof } = entry;
  const time = h('span.soft.figure', formatMinute(at, view.zone));
  return h(
    'details.entry',
    h('summary', h('span.figure', String(index)), h('strong.code', kind), time),
    h('h3', t('bundle.says')),
    disclosed ? disclosedFacts(disclosed.content) : h('p.soft', t('bundle.saysNothing')),
    facts(
      [t('bundle.salt'), disclosed && h('span.code', disclosed.salt)],
      [t('bundle.commitment'), disclosed && h('span.code', commitments['public'] ?? '')],
      [t('bundle.leaf'), h('span.code', leafHash)],
    ),
    h('h3', t('bundle.bytes')),
    h('pre.block', decodeUtf8(decodeBase64(entry.entry))),
    h('h3', t('bundle.proof')),
    h('pre.block', proof),
  );
}

/** Every plain value of a content by its RFC 6901 pointer. */
function disclosedFacts(content: string): PageNode {
  return facts(...leaves(JSON.parse(content), '').map(([pointer, value]) => [pointer, value] as const));
}

function leaves(value: unknown, pointer: string): [pointer: string, value: string][] {
  if (typeof value !== 'object' || value === null) return [[pointer, String(value)]];
  return Object.entries(value).flatMap(([key, member]) => {
    const escaped = key.replaceAll('~', '~0').replaceAll('/', '~1');
    return leaves(member, `${pointer}/${escaped}`);
  });
}
