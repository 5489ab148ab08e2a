import type { Language } from '../../kernel/language.js';
import { convertibleSpellings } from '../../kernel/quantity.js';
import { unitSymbol } from '../../kernel/units.js';
import type {
  InspectionDetailView,
  InspectionItemView,
  InstrumentGapView,
  OverrideView,
  ReadingValue,
} from '../inspection/index.js';
import { shownReading } from './shown-reading.rules.js';

/** An inspection with its items in the reader's words, those that apply apart from those that do not. */
export function inspectionSheet(detail: InspectionDetailView, language: Language) {
  const {
    items,
    gaps,
    overrides,
    sampling,
    reviewReason,
    decision,
    verdict,
    submitter,
    reviewer,
    submittedAt,
    reviewedAt,
    ...rest
  } = detail;
  const tested = items.filter(({ isLeftOut }) => !isLeftOut).map((item) => itemSheet(item, language));
  return {
    ...rest,
    items: tested,
    sampling: sampling && { ...sampling, items: tested.filter(({ scheme }) => scheme !== undefined) },
    gaps: gaps.map((gap) => gapSheet(gap, overrides, language)),
    overrides: overrides.filter((each) => each.decision === 'approve').map((each) => overrideSheet(each, language)),
    leftOut: items.filter(({ isLeftOut }) => isLeftOut).map(({ name }) => name[language]),
    done: tested.filter(({ reading }) => reading !== undefined).length,
    brokenOffWith: detail.state === 'broken-off' ? (reviewReason ?? '') : '',
    returnedWith: detail.state === 'inspecting' && decision === 'return' ? (reviewReason ?? '') : '',
    verdict: verdict ?? detail.preview,
    submitter: submitter ?? '',
    reviewer: reviewer ?? '',
    submittedAt: submittedAt ?? '',
    reviewedAt: reviewedAt ?? '',
  };
}

/** An instrument that was out of calibration, and what is asked for about it. */
function gapSheet(gap: InstrumentGapView, overrides: readonly OverrideView[], language: Language) {
  const open = overrides.find(({ instrumentCode, decision }) => instrumentCode === gap.code && decision === null);
  const { code, name, items, isCovered } = gap;
  return { code, name, items, isCovered, reason: gap.reason[language], open: open && overrideSheet(open, language) };
}

function overrideSheet(
  { id, instrumentCode, instrumentName, reason, requester, decider }: OverrideView,
  language: Language,
) {
  const text = language === 'en' ? (reason.en ?? reason.zh) : reason.zh;
  return { id, instrument: `${instrumentName} ${instrumentCode}`, reason: text, requester, decider: decider ?? '' };
}

/** What an item without a unit of its own may come in: the quantity of a lot is counted or weighed. */
const COUNT_OR_MASS = { ...convertibleSpellings('KGM'), ...convertibleSpellings('H87') };

/** One item as a person reads and fills it. */
function itemSheet(item: InspectionItemView, language: Language) {
  const { code, limitBy, kinds, unit, valueType, verdict, isMandatory, needsInstrument, readCount } = item;
  return {
    weighings: item.weighings,
    ...{ code, limitBy, kinds, unit, valueType, isMandatory, needsInstrument, readCount },
    field: fieldKind(item),
    spellings: unit === null ? COUNT_OR_MASS : convertibleSpellings(unit),
    scheme: item.scheme ?? undefined,
    unitSymbol: item.unitSymbol,
    name: item.name[language],
    limit: item.limit[language],
    method: item.method?.[language] ?? '',
    standard: item.edition ?? item.standard?.[language] ?? '',
    options: (item.values ?? []).map((value) => ({ value: value.zh, label: value[language] })),
    parts: item.parts.map((part) => partRow(part, language)),
    verdict: verdict ?? 'undecided',
    reason: item.reason?.[language] ?? '',
    reading: item.reading ? readingSheet(item.reading, item, language) : undefined,
  };
}

/** A part of a value that has several, as a form asks for it. */
export function partRow({ key, name, unit }: InspectionItemView['parts'][number], language: Language) {
  return { key, name: name[language], unit, symbol: unit ? unitSymbol(unit) : '' };
}

function readingSheet(
  reading: NonNullable<InspectionItemView['reading']>,
  item: InspectionItemView,
  language: Language,
) {
  const { value, instrument, instrumentName, report, inspector, at, times } = reading;
  const words = new Map((item.values ?? []).map((choice) => [choice.zh, choice[language]]));
  return {
    ...{ inspector, at, times },
    value,
    instrument: instrument ?? '',
    // What stands behind the figure: the laboratory's report, or an instrument of the warehouse.
    printedInstrument: [report?.laboratory ?? instrumentName, report?.number ?? instrument]
      .filter((part) => part !== null)
      .join(' '),
    reportId: report?.id ?? '',
    text: shownReading(value, language, (text) => words.get(text) ?? text),
  };
}

/** Which of the kinds that an item takes a form asks for: a choice where there are choices, else the usual one. */
function fieldKind({ kinds, values }: InspectionItemView): ReadingValue['kind'] {
  const hasChoices = values !== null && values.length > 0;
  if (kinds.includes('enum')) return hasChoices ? 'enum' : 'text';
  return READING_KINDS.find((kind) => kind === kinds[0]) ?? 'text';
}

const READING_KINDS: readonly ReadingValue['kind'][] = [
  'number',
  'not-detected',
  'text',
  'boolean',
  'enum',
  'map',
  'list',
  'weighings',
  'defects',
  'plan',
  'files',
  'opinion',
];
