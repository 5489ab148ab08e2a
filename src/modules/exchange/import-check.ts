import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { Refusal } from '../../kernel/refusal.js';
import { CSV_MARK, csvRows } from '../../platform/sheets/csv-writer.js';
import type { SheetRow } from '../../platform/sheets/sheet-rows.js';
import { Breath } from './breath.js';
import { problem } from './exchange.refusals.js';
import type { LineWriter } from './import-files.js';
import { CellProblem } from './named-parties.js';
import { type Header, problemAt, readHeader, type SheetProblem } from './sheet-columns.rules.js';
import type { Drafted, SheetContext, SheetKind } from './sheet-kind.js';
import { type CheckedRow, checkedRow, RecordGathering } from './sheet-records.rules.js';

/** A record as it stands in the list, a line of canonical JSON each. */
export interface ListedRecord {
  readonly place: number;
  /** The number of its first row in the sheet. */
  readonly row: number;
  readonly rows: number;
  readonly body: object;
}

const FIRST_PROBLEMS = 100;
const PREVIEWED = 20;
const PROBLEMS_OF_ROW = 10;
/** Nobody mends more one by one. */
const WRITTEN_PROBLEMS = 200_000;
const PROBLEM_COLUMNS = ['行 row', '列 column', '内容 value', '问题', 'problem', 'code'];

export interface CheckFiles {
  readonly list: LineWriter;
  readonly problems: LineWriter;
}

/** One look through a sheet: what can be recorded goes to the list, what cannot is named row by row. */
export class ImportCheck {
  rows = 0;
  records = 0;
  problems = 0;
  readonly firstProblems: SheetProblem[] = [];
  readonly preview: ListedRecord[] = [];
  private header: Header | undefined;
  private readonly gathering: RecordGathering;
  private readonly breath = new Breath();

  constructor(
    private readonly kind: SheetKind,
    private readonly context: SheetContext,
    private readonly files: CheckFiles,
  ) {
    this.gathering = new RecordGathering(kind.groupedBy, kind.mostRows);
  }

  async start(): Promise<void> {
    await this.files.problems.write(CSV_MARK + csvRows([PROBLEM_COLUMNS]));
  }

  /** Takes the next rows; answers false when the header is wrong, so that no row can be read. */
  async take(rows: readonly SheetRow[]): Promise<boolean> {
    for (const row of rows) {
      if (!this.header) {
        this.header = readHeader(this.kind.shape, row.row, row.cells);
        await this.report(this.header.problems);
        if (this.header.problems.length > 0) return false;
      } else {
        this.rows++;
        await this.record(this.gathering.take(checkedRow(this.kind.shape, this.header, row)));
      }
      await this.breath.take();
    }
    return true;
  }

  async end(): Promise<void> {
    await this.record(this.gathering.end());
    if (this.rows === 0 && this.problems === 0) await this.report([problemAt({ row: 1 }, problem.noRows())]);
  }

  async report(problems: readonly SheetProblem[]): Promise<void> {
    for (const found of problems) {
      const column = this.titleOf(found.column);
      const { row, value, zh, en, code } = found;
      this.problems++;
      if (this.firstProblems.length < FIRST_PROBLEMS) this.firstProblems.push({ ...found, column });
      if (this.problems > WRITTEN_PROBLEMS) continue;
      await this.files.problems.write(csvRows([[String(row), column, value, zh, en, code]]));
    }
  }

  private async record(rows: readonly CheckedRow[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const wrong = rows.flatMap(({ problems }) => problems.slice(0, PROBLEMS_OF_ROW));
    if (wrong.length > 0) return this.report(wrong);
    const drafted = await this.drafted(rows);
    if ('problems' in drafted) return this.report(drafted.problems.slice(0, PROBLEMS_OF_ROW * rows.length));
    const listed = { place: this.records++, row: first.row, rows: rows.length, body: drafted.body };
    if (this.preview.length < PREVIEWED) this.preview.push(listed);
    await this.files.list.write(`${canonicalJson({ ...listed, body: drafted.body as Json })}\n`);
    return undefined;
  }

  /** The record, when the single command would take it as things stand now. */
  private async drafted(rows: readonly CheckedRow[]): Promise<Drafted> {
    const { actor, reader } = this.context;
    try {
      const drafted = await this.kind.draft(rows, this.context);
      if ('body' in drafted) await this.kind.events(reader, actor, drafted.body);
      return drafted;
    } catch (error) {
      if (error instanceof CellProblem) return { problems: [error.found] };
      if (error instanceof Refusal) return { problems: [problemAt({ row: rows[0]?.row ?? 0 }, error)] };
      throw error;
    }
  }

  private titleOf(column: string): string {
    const at = this.header?.keys.indexOf(column) ?? -1;
    return this.header?.titles[at] ?? column;
  }
}
