import type { Text } from '../../kernel/language.js';
import type { Refusal } from '../../kernel/refusal.js';
import { normalizeText } from '../../kernel/text.js';
import type { ImportKind } from './exchange.kinds.js';
import { problem } from './exchange.refusals.js';

/** A column by the name that programs know it by, with the words that people read. */
export interface Column {
  readonly key: string;
  readonly name: Text;
  readonly isNeeded?: boolean;
  /** Written by an export and left aside by an import. */
  readonly isOnlyShown?: boolean;
}

export interface SheetShape {
  readonly kind: ImportKind;
  readonly columns: readonly Column[];
  /** `attributes` takes columns like `attributes.gemName`. */
  readonly groups: readonly string[];
}

/** Something wrong, where in the sheet it is, and what stands there. */
export interface SheetProblem {
  readonly row: number;
  /** The header of its column; empty when it is the whole row or file. */
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const SHOWN_VALUE = 60;

export function problemAt(place: { row: number; column?: string; value?: string }, what: Refusal): SheetProblem {
  const { row, column = '', value = '' } = place;
  const { code } = what;
  return { row, column, value: value.slice(0, SHOWN_VALUE), code, zh: what.say('zh'), en: what.say('en') };
}

/** What stands above each column; undefined above one without a header. */
export interface Header {
  readonly keys: readonly (string | undefined)[];
  readonly titles: readonly string[];
  readonly problems: readonly SheetProblem[];
}

/** Header texts as templates and exports write them: the Chinese words, then the name for programs. */
export function headerText({ key, name }: Column): string {
  return `${name.zh} ${key}`;
}

/** Finds the column of every header text: by its key, its Chinese or English words, or a template's text of both. */
export function readHeader(shape: SheetShape, row: number, cells: readonly string[]): Header {
  const titles = cells.map(normalizeText);
  const keys = titles.map((title) => (title === '' ? undefined : keyOf(shape, title)));
  const problems: SheetProblem[] = [];
  titles.forEach((column, at) => {
    const key = keys[at];
    if (column === '') return;
    if (key === undefined) problems.push(problemAt({ row, column }, problem.columnUnknown()));
    else if (keys.indexOf(key) < at) problems.push(problemAt({ row, column }, problem.columnTwice()));
  });
  for (const column of shape.columns) {
    if (!column.isNeeded || keys.includes(column.key)) continue;
    problems.push(problemAt({ row, column: headerText(column) }, problem.columnMissing()));
  }
  return { keys, titles, problems };
}

function keyOf({ columns, groups }: SheetShape, title: string): string | undefined {
  const last = title.slice(title.lastIndexOf(' ') + 1);
  const isMeant = ({ key, name }: Column): boolean =>
    [key, normalizeText(name.zh), normalizeText(name.en)].some((text) => text.toLowerCase() === title.toLowerCase());
  const found = columns.find(isMeant) ?? columns.find(({ key }) => key === last);
  if (found) return found.key;
  const [group = '', name, ...rest] = last.split('.');
  return groups.includes(group) && name && rest.length === 0 ? last : undefined;
}
