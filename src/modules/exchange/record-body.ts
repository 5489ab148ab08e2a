import { checkedBody, InvalidBody } from '../../platform/http/validation.js';
import type { RowCells } from './sheet-cells.rules.js';
import { problemAt, type SheetProblem } from './sheet-columns.rules.js';
import type { Drafted, RecordBody } from './sheet-kind.js';
import { Refusal } from '../../kernel/refusal.js';

interface Shaping<T extends object> {
  readonly shape: new () => T;
  readonly rows: readonly RowCells[];
  /** Columns that are called otherwise than the fields of the body: `categoryId` is `category`. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Checks a body by the rules of the request that would bring it; says in which rows and columns it is wrong. */
export function shaped<T extends object>(body: RecordBody, { shape, rows, columns }: Shaping<T>): Drafted {
  try {
    checkedBody(shape, body);
    return { body };
  } catch (error) {
    if (!(error instanceof InvalidBody)) throw error;
    // One rule that is broken often breaks others of the same field; the first says enough.
    const faults = error.faults.filter(({ path }, at) => error.faults.findIndex((each) => each.path === path) === at);
    return {
      problems: faults.map(({ path, rule, text }) => faultAt(path, new Refusal(`import.${rule}`, 'invalid', text))),
    };
  }

  function faultAt(path: string, what: Refusal): SheetProblem {
    const [, line = '0', field = path] = /^\w+\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
    const row = rows[Number(line)] ?? rows[0];
    const name = field.split('.')[0] ?? field;
    const column = columns[field] ?? columns[name] ?? name;
    return problemAt({ row: row?.row ?? 0, column, value: row?.cells.get(column) ?? '' }, what);
  }
}

/** A copy without what is undefined, so that the list holds only what is said. */
export function said(from: Readonly<Record<string, unknown>>): RecordBody {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined));
}
