import type { Day } from '../../kernel/instant.js';
import { type Language, sayList } from '../../kernel/language.js';
import { unitSymbol } from '../../kernel/units.js';
import type { PlanItem } from '../catalog/index.js';
import { kindsOf } from '../inspection/index.js';
import type { Party } from '../parties/index.js';
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

/** Kinds of values that the form has fields for. */
const FIELDS = ['number', 'boolean', 'enum', 'text', 'opinion'] as const;

/** An item as the form asks for its result; without a field for kinds that come through the API. */
export function resultField(item: PlanItem, language: Language) {
  const { code, name, unit, values, method, standard } = item;
  const kinds = kindsOf(item);
  return {
    ...{ code, unit, name: name[language] },
    unitSymbol: unit === null ? '' : unitSymbol(unit),
    field: FIELDS.find((kind) => kinds.includes(kind)) ?? '',
    mayBeNone: kinds.includes('not-detected'),
    options: (values ?? []).map((value) => ({ value: value.zh, label: value[language] })),
    method: (method ?? standard)?.[language] ?? '',
  };
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
