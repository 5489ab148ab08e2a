import { Get, Query } from '@nestjs/common';
import { LogQueries, Signer } from '../../ledger/index.js';
import { Allow } from '../../platform/http/access.js';
import { LogLook } from './catalog-looks.dto.js';
import { ConsolePages } from './console-pages.js';
import { logTexts as texts } from './log-pages.texts.js';
import { PageController } from './page-controller.js';
import { ROWS } from './page-queries.dto.js';
import { type Visit, Visiting } from './visit.js';

/** The public log for the people who write it: how long it is, its key, its newest checkpoint and entries. */
@PageController('console/log')
export class LogPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly log: LogQueries,
    private readonly signer: Signer,
  ) {}

  @Get()
  @Allow('signed-in')
  async show(@Visiting() visit: Visit, @Query() { before }: LogLook): Promise<string> {
    const head = await this.log.head();
    const { note } = await this.log.checkpoint();
    const end = Math.min(before ?? head.size, head.size);
    const first = Math.max(0, end - ROWS);
    const view = {
      ...{ origin: head.origin, size: head.size, at: head.at, note, vkeys: this.signer.vkeys, first },
      entries: await this.entries(first, end),
    };
    return this.pages.show(visit, { name: 'log', texts, view });
  }

  /** Newest first. Who did it is a pseudonym, and stays one. */
  private async entries(first: number, end: number) {
    const found = await this.log.entries(first, end);
    const rows = found.map(({ kind, at, subjects }, place) => ({
      ...{ index: first + place, kind, at, subjectCount: subjects.length },
      text: Object.hasOwn(texts, `entry.${kind}`) ? `entry.${kind}` : 'entry.other',
    }));
    return rows.toReversed();
  }
}
