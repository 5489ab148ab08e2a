import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/ids.js';
import { invariant } from '../../kernel/invariant.js';
import { type EntryView, provenEntryView, type ProvenEntry, PublicLogQueries } from '../../ledger/index.js';
import type { UnitEntryView, UnitHistoryView } from './log-entries.dto.js';
import { VerificationQueries } from './verification.queries.js';
import { refuse } from './verification.refusals.js';
import { wantedCode } from './wanted-code.rules.js';

/** Entries as strangers get them, and as those get them who hold a code of the unit. */
@Injectable()
export class LogEntries {
  constructor(
    private readonly log: PublicLogQueries,
    private readonly codes: VerificationQueries,
  ) {}

  /** Discloses the public group when the code is of a unit that the entry is about. */
  async entry(index: number, code: string | undefined): Promise<EntryView> {
    const unitId = code === undefined ? undefined : await this.unitOf(code);
    const entry = await this.log.entry(index, []);
    const isAbout = entry.parsed.subjects.some(({ type, id }) => type === 'unit' && id === unitId);
    return isAbout ? this.log.entry(index, ['public']) : entry;
  }

  async history(unit: string): Promise<UnitHistoryView> {
    const isByCode = !isId(unit);
    const unitId = isByCode ? await this.unitOf(unit) : unit;
    const { published, pending, entries } = await this.log.history('unit', unitId, isByCode ? ['public'] : []);
    if (entries.length + pending === 0) throw refuse.unitUnknown();
    const { size, note } = published;
    return { unitId, size, checkpoint: note, entries: entries.map((entry) => unitEntry(entry, unitId)), pending };
  }

  // A certificate's number is short enough to be guessed, so it opens nothing here.
  private async unitOf(code: string): Promise<string> {
    const wanted = wantedCode(code);
    const found = wanted.kind === 'code' ? await this.codes.find(wanted) : undefined;
    if (!found) throw refuse.codeUnknown();
    return found.certificate.unitId;
  }
}

function unitEntry(proven: ProvenEntry, unitId: string): UnitEntryView {
  const view = provenEntryView(proven);
  const about = view.parsed.subjects.find(({ type, id }) => type === 'unit' && id === unitId);
  invariant(about, `entry ${proven.index} is about the unit whose history it stands in`);
  return { ...view, prev: about.prev, proof: [...proven.proof] };
}
