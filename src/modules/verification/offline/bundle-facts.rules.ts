import { say, type Language } from '../../../kernel/language.js';
import { formatAmount, formatMinute, formatQuantity, isCount } from '../../../platform/pages/format.js';
import type { Speaker } from '../../../platform/pages/page-texts.js';
import type { Verdict, VerifyParty, VerifyReading, VerifyView } from '../verification.view.js';
import { element, h, icon, type PageNode } from './page-node.js';

/** Who reads. */
export interface Reading {
  readonly language: Language;
  readonly t: Speaker;
}

/** The facts of a certificate, section by section, in the look of the page behind a code. */
export function factSections(view: VerifyView, reading: Reading): { left: PageNode[]; right: PageNode[] } {
  return {
    left: [goods(view, reading), who(view, reading)],
    right: [readings(view, reading), timeline(view, reading)],
  };
}

/** Terms and their values; a value that is missing leaves its row out. */
export function facts(...rows: readonly (readonly [term: string, value: string | PageNode | undefined])[]): PageNode {
  const shown = rows.filter(([, value]) => value !== undefined);
  return h('dl.facts', ...shown.map(([term, value]) => h('div', h('dt', term), h('dd', value))));
}

function goods({ unit, packedMass, sealNumber, repackedFrom }: VerifyView, { language, t }: Reading): PageNode {
  const isPiece = unit.kind === 'piece';
  const amount = isPiece ? (isCount(unit.quantity) ? 'count' : 'mass') : 'lotQuantity';
  return h(
    'section.card',
    h('p.soft', `${say(unit.category, language)} · ${t(`kind.${unit.kind}`)}`),
    h('h2', unit.name),
    facts(
      [t(amount), formatQuantity(unit.quantity, language)],
      [t('ownMass'), unit.ownMass],
      [t('packedMass'), packedMass && formatQuantity(packedMass, language)],
      [t('seal'), sealNumber],
      ...unit.attributes.map(({ name, ...values }) => [say(name, language), said(values, language)] as const),
    ),
    repackedFrom && h('p', `${t('repackedFrom', { count: repackedFrom.sources })} ${repackedFrom.lotNos.join(', ')}`),
    h('p.advice', t(isPiece ? 'comparePiece' : 'compareLot')),
  );
}

function said({ value, valueEn }: { readonly value: string; readonly valueEn?: string }, language: Language): string {
  return language === 'en' && valueEn ? valueEn : value;
}

const ICONS: Readonly<Record<Verdict, string>> = { pass: 'good', fail: 'stop', undecided: 'undecided' };

function readings(view: VerifyView, reading: Reading): PageNode {
  const { language, t } = reading;
  const head = ['item', 'value', 'limit', 'verdict'].map((key) => element('th', { scope: 'col' }, t(key)));
  return h(
    'section.card',
    h('h2', t('readings')),
    h('p.soft', t('atIssue')),
    h(
      'table.readings',
      h('thead', h('tr', head)),
      h(
        'tbody',
        view.readings.map((row) => readingRow(row, reading)),
      ),
    ),
    ...samples(view, reading),
    ...listed(
      t('overrides'),
      (view.overrides ?? []).map((override) => overrideText(override, reading)),
    ),
    ...notTested(view, reading),
    ...listed(
      t('confirmed'),
      (view.confirmed ?? []).map(({ text, note, reviewer }) => `${say(text, language)} · ${note} (${reviewer})`),
    ),
    ...listed(
      t('notCovered'),
      view.notCovered.map((text) => say(text, language)),
    ),
  );
}

function overrideText(override: NonNullable<VerifyView['overrides']>[number], { language, t }: Reading): string {
  const { instrument, state, until = '', reason, requester, approver } = override;
  const why = say({ zh: reason.zh, en: reason.en ?? reason.zh }, language);
  return `${instrument} ${t(`override.${state}`, { until })} · ${why} · ${t('override.people', { requester, approver })}`;
}

function readingRow(row: VerifyReading, { language, t }: Reading): PageNode {
  return h(
    'tr',
    element('th', { scope: 'row' }, say(row.name, language)),
    h('td.found.figure', formatAmount(said(row, language), row.unit)),
    h(
      'td.limit',
      `${row.sample ? t('sample.limit') : say(row.limit, language)} `,
      h('span.standard', row.standard || t('ownRule')),
      ...(row.report ? reportLines(row.report, t) : []),
    ),
    h('td.judged', h(`span.verdict.verdict-${row.verdict}`, icon(ICONS[row.verdict]), t(`verdict.${row.verdict}`))),
  );
}

function reportLines({ filedLate, ...report }: NonNullable<VerifyReading['report']>, t: Reading['t']): PageNode[] {
  const lines = [t('reportedBy', report), ...(filedLate ? [t('filedLate', { ...filedLate })] : [])];
  return lines.map((line) => h('span.standard', ` ${line}`));
}

function samples({ readings: rows }: VerifyView, { language, t }: Reading): PageNode[] {
  const tables = rows.flatMap(({ name, sample }) => {
    if (!sample) return [];
    const { grades, lotSize, n, sampled } = sample;
    const head = [t('sample.grade'), 'AQL', 'Ac', 'Re', t('sample.found')];
    const lines = grades.map(({ name: grade, aql = '–', Ac, Re, found }) =>
      h(
        'tr',
        element('th', { scope: 'row' }, say(grade, language)),
        [aql, Ac, Re, found].map((figure) => h('td', String(figure))),
      ),
    );
    return [
      h('p', t('sample.looked', { item: say(name, language), lotSize, n, sampled })),
      h(
        'table.grades',
        h(
          'thead',
          h(
            'tr',
            head.map((text) => element('th', { scope: 'col' }, text)),
          ),
        ),
        h('tbody', lines),
      ),
    ];
  });
  return tables.length === 0 ? [] : [h('h3', t('sampling')), ...tables, h('p.soft.small', t('sample.words'))];
}

function notTested({ notTested: items }: VerifyView, { language, t }: Reading): PageNode[] {
  if (items.length === 0) return [];
  const groups = [...new Set(items.map(({ why }) => why))].flatMap((why) => {
    const names = items.filter((item) => item.why === why).map(({ name }) => h('li', say(name, language)));
    return [h('p.soft.small', t(`why.${why}`)), h('ul.chips', ...names)];
  });
  return [h('h3', t('notTested')), ...groups];
}

function listed(title: string, items: readonly string[]): PageNode[] {
  if (items.length === 0) return [];
  return [h('h3', title), h('ul.dashes', ...items.map((item) => h('li', item)))];
}

function timeline({ timeline: steps, zone }: VerifyView, { language, t }: Reading): PageNode {
  const rows = steps.map(({ at, station, note, entry }) =>
    h(
      'li',
      h('p', h('strong', say(station, language)), note && ` · ${say(note, language)}`),
      h('p.soft.figure', `${formatMinute(at, zone)} · ${t('entry', { entry })}`),
    ),
  );
  const foot = h('p.soft.small', t('timelineZone', { zone }));
  return h('section.card', h('h2', t('timeline')), h('ol.timeline', ...rows), foot);
}

function who(view: VerifyView, { language, t }: Reading): PageNode {
  const party = (term: string, { name, nameEn, uscc, address }: VerifyParty): PageNode => {
    const code = h('span.soft', `${t('uscc')} `, h('span.code', uscc));
    const shown = h('strong', language === 'en' && nameEn ? nameEn : name);
    return h(
      'div',
      h('dt', t(term)),
      h('dd', shown, code, address === undefined ? undefined : h('span.soft', address)),
    );
  };
  const laboratories = view.laboratories.map(({ name, cma }) => {
    const code = h('span.soft', `${t('cma')} `, h('span.code', cma));
    return h('div', h('dt', t('laboratory')), h('dd', h('strong', name), code));
  });
  const person = (term: string, number: string): PageNode => h('div', h('dt', t(term)), h('dd.code', number));
  return h(
    'section.card',
    h('h2', t('who')),
    h(
      'dl.who',
      party('warehouse', view.warehouse),
      laboratories,
      view.merchant && party('merchant', view.merchant),
      person('inspector', view.inspector),
      person('reviewer', view.reviewer),
    ),
    h('p.soft.small', t('people')),
  );
}
