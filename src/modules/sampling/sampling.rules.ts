import type { LedgerEvent } from '../../ledger/index.js';
import { unit as unitSubject, type Unit } from '../units/index.js';
import type { SamplingStream } from './sampling.entity.js';
import * as events from './sampling.events.js';
import { refuse } from './sampling.refusals.js';
import { afterLot, FIRST_STANDING, resumed, type Standing } from './switching.rules.js';

/** A lot and the stream that it belongs to; `streamId` is new for the first lot. */
export interface JudgedLot {
  readonly unit: Unit;
  readonly stream: SamplingStream | undefined;
  readonly newId: string;
  readonly isAccepted: boolean;
}

/** What a lot's sample does to its stream. */
export function judgeLot({ unit, stream, newId, isAccepted }: JudgedLot): LedgerEvent[] {
  const { warehouseId, merchantId, categoryId } = unit;
  const before = standingOf(stream);
  const party = { warehouseId, merchantId, categoryId, before, after: afterLot(before, isAccepted) };
  const subjects = [events.stream(stream?.id ?? newId), unitSubject(unit.id)];
  return [events.lotJudged(subjects, { public: { isAccepted }, party })];
}

/** Only a stream that was stopped begins again. */
export function resumeStream(stream: SamplingStream, by: { accountId: string; reason: string }): LedgerEvent[] {
  if (stream.severity !== 'discontinued') throw refuse.notStopped();
  const { warehouseId, merchantId, categoryId } = stream;
  const party = { warehouseId, merchantId, categoryId, before: standingOf(stream), after: resumed(), ...by };
  return [events.streamResumed([events.stream(stream.id)], { party })];
}

/** Before its first lot a stream stands at normal inspection. */
export function standingOf(stream: SamplingStream | undefined): Standing {
  if (!stream) return FIRST_STANDING;
  const { severity, recent, notAccepted } = stream;
  return { severity, recent, notAccepted };
}
