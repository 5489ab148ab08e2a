import type { Language } from '../../kernel/language.js';
import { UNITS, unitSymbol } from '../../kernel/units.js';
import type { Category, CategoryAttribute } from '../catalog/index.js';

/** A choice of a list, in the reader's words. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** An attribute as a form asks for it. */
export function attributeField(
  { code, name, type, required, when, values, unit, note }: CategoryAttribute,
  language: Language,
) {
  return {
    code,
    name: name[language],
    type,
    isRequired: required,
    when: when ? JSON.stringify(when) : '',
    // What is stored is the Chinese text.
    options: (values ?? []).map((value) => ({ value: value.zh, label: value[language] })),
    unit: unit ? unitSymbol(unit) : '',
    note: note ? note[language] : '',
  };
}

/** A category as a form for goods needs it. */
export function goodsForm({ id, name, unitKinds, attributes }: Category, language: Language) {
  return {
    id,
    name: name[language],
    unitKinds,
    attributes: attributes.map((attribute) => attributeField(attribute, language)),
  };
}

const GOODS: readonly string[] = ['mass', 'count', 'volume', 'length'];

/** Units in which lots are counted or weighed; kilograms first. */
export function goodsUnits(language: Language): Choice[] {
  return unitsOf(GOODS, language, 'KGM');
}

/** Units in which packs are weighed; grams first. */
export function massUnits(language: Language): Choice[] {
  return unitsOf(['mass'], language, 'GRM');
}

function unitsOf(dimensions: readonly string[], language: Language, first: string): Choice[] {
  const fitting = UNITS.filter(({ dimension }) => dimensions.includes(dimension));
  const sorted = fitting.toSorted((a, b) => Number(b.code === first) - Number(a.code === first));
  return sorted.map(({ code, symbol, name }) => ({
    value: code,
    label: symbol === name[language] ? symbol : `${symbol} ${name[language]}`,
  }));
}
