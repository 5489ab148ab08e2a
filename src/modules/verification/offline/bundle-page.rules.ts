import { printedNumber } from '../../../kernel/certificate-number.js';
import { say } from '../../../kernel/language.js';
import type { Language } from '../../../kernel/language.js';
import { formatMinute } from '../../../platform/pages/format.js';
import { speaker } from '../../../platform/pages/page-texts.js';
import type { VerifyAnswer } from '../verification.view.js';
import type { CheckedBundle } from './bundle-check.rules.js';
import { factSections, type Reading } from './bundle-facts.rules.js';
import type { Fault } from './bundle-faults.rules.js';
import { proofSections } from './bundle-proofs.rules.js';
import { bundleTexts } from './bundle.texts.js';
import { type BundleView, bundleView } from './bundle-view.rules.js';
import { element, h, icon, type PageNode } from './page-node.js';

/** What checking came to. Without signatures nothing is verified, whatever else fits. */
export type Outcome =
  | { readonly kind: 'verified'; readonly checked: CheckedBundle }
  | { readonly kind: 'failed'; readonly faults: readonly Fault[] }
  | { readonly kind: 'unchecked' };

/** The page of a bundle in a language. Facts are shown only when everything is verified. */
export function bundlePage(outcome: Outcome, language: Language): PageNode[] {
  const reading: Reading = { language, t: speaker(bundleTexts, language) };
  const other = speaker(bundleTexts, language === 'zh' ? 'en' : 'zh');
  switch (outcome.kind) {
    case 'verified':
      return verifiedPage(outcome.checked, reading, other);
    case 'failed':
      return [failedAnswer(outcome.faults, reading, other)];
    case 'unchecked':
      return [
        answerBlock('unknown', titles('bundle.unchecked', reading, other), h('p', reading.t('bundle.uncheckedText'))),
      ];
  }
}

const TONES: Readonly<Record<VerifyAnswer, string>> = {
  valid: 'good',
  superseded: 'renewed',
  suspended: 'caution',
  'on-hold': 'caution',
  revoked: 'stop',
  recalled: 'stop',
  'voided-label': 'stop',
};

function verifiedPage(checked: CheckedBundle, reading: Reading, other: Reading['t']): PageNode[] {
  const { t } = reading;
  const seen = bundleView(checked);
  const { left, right } = factSections(seen.view, reading);
  return [
    ...(seen.view.isSample ? [h('p.sample', t('sample'))] : []),
    verifiedAnswer(seen, reading, other),
    nowCard(seen, reading),
    h('div.columns', h('div.column', ...left), h('div.column', ...right)),
    h('div.whole', ...proofSections(checked, seen, reading)),
  ];
}

function verifiedAnswer(seen: BundleView, reading: Reading, other: Reading['t']): PageNode {
  const { view, answer, at } = seen;
  const { language, t } = reading;
  const { certificate } = view;
  const reason = certificate.reason && h('p', `${t('reason')}: ${say(certificate.reason, language)}`);
  return answerBlock(
    TONES[answer],
    titles('bundle.verified', reading, other),
    h('p.answer-summary', t('bundle.stateThen', { state: t(`${answer}.title`) })),
    reason,
    h('p', t('bundle.verifiedText')),
    h(
      'dl.answer-facts',
      pair(t('certificateNumber'), h('dd.code', printedNumber(certificate.number))),
      pair(t('issued'), h('dd.figure', formatMinute(certificate.issuedAt, view.zone))),
      pair(t('bundle.asOf'), h('dd.figure', formatMinute(at, view.zone))),
    ),
  );
}

function failedAnswer(faults: readonly Fault[], reading: Reading, other: Reading['t']): PageNode {
  const { language, t } = reading;
  const list = faults.map(({ part, where, what }) =>
    element('li', { 'data-part': part }, h('strong', say(where, language)), `: ${say(what, language)}`),
  );
  const why = h('div.answer-why', h('h2', t('bundle.faults')), h('ul', ...list));
  return answerBlock('stop', titles('bundle.failed', reading, other), h('p', t('bundle.failedText')), why);
}

function titles(key: string, { t }: Reading, other: Reading['t']): PageNode[] {
  return [h('h1', t(key)), h('p.other-title', other(key))];
}

function answerBlock(tone: string, head: readonly PageNode[], ...rest: readonly (PageNode | undefined)[]): PageNode {
  const below = rest.filter((node) => node?.attributes['class'] === 'answer-facts');
  const words = rest.filter((node) => node !== undefined && !below.includes(node));
  return h(
    `section.answer.answer-${tone}`,
    icon(tone, 'emblem'),
    h('div.answer-words', ...head, ...compact(words)),
    ...compact(below),
  );
}

function compact(nodes: readonly (PageNode | undefined)[]): PageNode[] {
  return nodes.filter((node) => node !== undefined);
}

function pair(term: string, value: PageNode): PageNode {
  return h('div', h('dt', term), value);
}

function nowCard({ verifyUrl, view, at }: BundleView, { t }: Reading): PageNode {
  // Only an address of the web: the certificate's content is the operator's, not the reader's.
  const isWeb = /^https?:\/\//i.test(verifyUrl);
  const link = isWeb ? element('a.code', { href: verifyUrl, rel: 'noreferrer' }, verifyUrl) : h('span.code', verifyUrl);
  const words = t('bundle.nowText', { time: formatMinute(at, view.zone) });
  return h('section.card.now', h('h2', t('bundle.nowTitle')), h('p', words), h('p', link));
}
