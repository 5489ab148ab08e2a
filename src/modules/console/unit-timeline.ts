import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/instant.js';
import { LogQueries } from '../../ledger/index.js';
import { Account } from '../identity/index.js';
import { Database } from '../../platform/database/database.js';
import { unitTexts } from './unit-pages.texts.js';

/** One line of a unit's record: an entry of the log, or a run of readings by one person. */
export interface TimelineLine {
  readonly kind: string;
  /** The key of its text. */
  readonly text: string;
  readonly at: Instant;
  readonly index: number;
  /** The number of who did it; empty for the program itself. */
  readonly by: string;
  readonly count: number;
}

/** Entries that only repeat, beside another entry of the same command, what that one says. */
const SILENT = new Set(['units.stage-reached', 'units.gate-closed']);
const READING = 'inspection.reading-recorded';

/** What the log says about a unit, oldest first. */
@Injectable()
export class UnitTimeline {
  constructor(
    private readonly log: LogQueries,
    private readonly database: Database,
  ) {}

  async of(unitId: string): Promise<TimelineLine[]> {
    const lines: TimelineLine[] = [];
    const indexes = await this.log.historyOf('unit', unitId);
    const entries = await this.log.entriesAt(indexes);
    for (const index of indexes) {
      const entry = entries.get(index);
      if (!entry || SILENT.has(entry.kind)) continue;
      const { kind, at, actor } = entry;
      lines.push({ kind, text: textOf(kind), at, index, by: actor, count: 1 });
    }
    return this.withNumbers(joined(lines));
  }

  private async withNumbers(lines: readonly TimelineLine[]): Promise<TimelineLine[]> {
    const pseudonyms = [...new Set(lines.map(({ by }) => by))];
    const accounts = await this.database.reader.find(Account, { pseudonym: pseudonyms });
    const numbers = new Map(accounts.map(({ pseudonym, number }) => [pseudonym, number]));
    return lines.map((line) => ({ ...line, by: numbers.get(line.by) ?? '' }));
  }
}

function textOf(kind: string): string {
  if (kind === READING) return 'readings';
  return Object.hasOwn(unitTexts, `event.${kind}`) ? `event.${kind}` : 'event.other';
}

/** Readings that follow each other become one line. */
function joined(lines: readonly TimelineLine[]): TimelineLine[] {
  const kept: TimelineLine[] = [];
  for (const line of lines) {
    const last = kept.at(-1);
    const isSameRun = last?.kind === READING && line.kind === READING && last.by === line.by;
    if (last && isSameRun) kept[kept.length - 1] = { ...line, count: last.count + 1 };
    else kept.push(line);
  }
  return kept;
}
