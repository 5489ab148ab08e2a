import type { Day } from '../../kernel/instant.js';
import { type Language, sayList } from '../../kernel/language.js';
import { unitSymbol } from '../../kernel/units.js';
import type { PlanItem } from '../catalog/index.js';
import { kindsOf, partsOf, type ReadingKind } from '../inspection/index.js';
import type { Party } from '../parties/index.js';
import { partRow } from './inspection-pages.view.js';
import type { ReportView, RetestedLaboratory, SampleView } from '../reports/index.js';

export function sampleRow({ items, sealNo, ...rest }: SampleView, language: Language) {
  return {
    ...rest,
    sealNo: sealNo ?? '',
    items: sayList(
      items.map(({ name }) => name[language]),
      language,
    ),
  };
}

/** The report's items by the names that they had when the sample was sent. */
export function reportedItems({ items }: ReportView, sample: SampleView, language: Language): string {
  const names = new Map(sample.items.map(({ code, name }) => [code, name[language]]));
  return sayList(
    items.map((code) => names.get(code) ?? code),
    language,
  );
}

export function reportRow({ withdrawer, withdrawReason, withdrawnAt, ...rest }: ReportView) {
  return {
    ...rest,
    withdrawer: withdrawer ?? '',
    withdrawReason: withdrawReason ?? '',
    withdrawnAt: withdrawnAt ?? '',
  };
}

/** Kinds of values that the form has fields for: weighings are the warehouse's own, and files are its photographs. */
const FIELDS: readonly ReadingKind[] = [
  ...(['number', 'boolean', 'enum', 'text', 'opinion'] as const),
  ...(['map', 'list', 'plan', 'defects'] as const),
];

/** An item as the form asks for its result; without a field for kinds that come through the API. */
export function resultField(item: PlanItem, language: Language) {
  const { code, name, unit, values, method, standard, sampling } = item;
  const kinds = kindsOf(item);
  return {
    ...{ code, unit, name: name[language] },
    unitSymbol: unit === null ? '' : unitSymbol(unit),
    field: fieldOf(item),
    parts: partsOf(item).map((part) => partRow(part, language)),
    /** How many were looked at counts where the plan samples. */
    scheme: sampling,
    mayBeNone: kinds.includes('not-detected'),
    options: (values ?? []).map((value) => ({ value: value.zh, label: value[language] })),
    method: (method ?? standard)?.[language] ?? '',
  };
}

function fieldOf(item: PlanItem): ReadingKind | '' {
  const kinds = kindsOf(item);
  if (kinds.includes('enum')) return (item.values ?? []).length > 0 ? 'enum' : 'text';
  return kinds.find((kind) => FIELDS.includes(kind)) ?? '';
}

/** A laboratory of the register with its rate, which is empty while nothing was compared. */
export function laboratoryRow(party: Party, retests: readonly RetestedLaboratory[], today: Day) {
  const { id, nameZh: name, cma, cmaValidUntil } = party;
  const tally = retests.find(({ laboratory }) => laboratory.id === id);
  return {
    ...{ id, name, cma: cma ?? '', validUntil: cmaValidUntil ?? '' },
    isExpired: cmaValidUntil === null || today > cmaValidUntil,
    rate: tally && tally.decided > 0 ? `${tally.disagreeing} / ${tally.decided}` : '',
    undecided: tally?.undecided ?? 0,
  };
}
