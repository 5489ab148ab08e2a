import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { CSV_MARK, csvRows } from '../../platform/sheets/csv-writer.js';
import { ImportFiles } from './import-files.js';
import { ImportsQueries } from './imports.queries.js';

const COLUMNS = ['行 row', '状态 state', '问题', 'problem', 'code'];

/** The problems of an import as a file. */
@Injectable()
export class ProblemFiles {
  constructor(
    private readonly queries: ImportsQueries,
    private readonly files: ImportFiles,
  ) {}

  async of(viewer: Actor, id: string): Promise<Readable> {
    const { state } = await this.queries.one(viewer, id);
    const isChecked = state === 'checked' || (state === 'failed' && (await this.files.hashOf(id, 'problems')));
    if (isChecked) return createReadStream(this.files.path(id, 'problems'));
    return Readable.from(state === 'checking' || state === 'failed' ? [CSV_MARK] : this.afterwards(viewer, id));
  }

  private async *afterwards(viewer: Actor, id: string): AsyncGenerator<string> {
    yield CSV_MARK + csvRows([COLUMNS]);
    for await (const records of this.queries.records(viewer, id, ['refused', 'kept'])) {
      yield csvRows(
        records.map(({ row, state, problem, problemZh, problemEn }) => [
          ...[String(row), state, problemZh ?? '', problemEn ?? '', problem ?? ''],
        ]),
      );
    }
  }
}
