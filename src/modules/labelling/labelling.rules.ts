import type { Actor } from '../../kernel/actor.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { closeGate, requireFree, requireStage, type Stage, unit as unitSubject, type Unit } from '../units/index.js';
import { labelUrl } from './label-payload.rules.js';
import type { LabelCopy } from './labelling.entity.js';
import * as events from './labelling.events.js';
import type { PrintedCopy } from './labelling.events.js';
import { refuse } from './labelling.refusals.js';

/** Labels are made for goods that are packed and still here. */
const PRINTED_AT: readonly Stage[] = ['packed', 'labelled'];

/** What a new copy is made of; its number follows from the copies before it. */
export type NewCopy = Pick<PrintedCopy, 'id' | 'code'>;

export interface PrintOrder {
  readonly unit: Unit;
  readonly certificateId: string;
  /** Number of the last copy that was ever printed of this unit, spoiled ones included; 0 when none was. */
  readonly lastNumber: number;
  readonly copies: readonly NewCopy[];
  readonly publicUrl: string | undefined;
}

/** Prints copies whose numbers follow those before. The caller has seen that the certificate is valid. */
export function printCopies({ unit, certificateId, lastNumber, copies, publicUrl }: PrintOrder): LedgerEvent[] {
  requireFree(unit);
  requireStage(unit, PRINTED_AT);
  const address = requirePublicUrl(publicUrl);
  for (const { code } of copies) labelUrl(address, code, unit.isSample);
  const numbered = copies.map(({ id, code }, index) => ({ id, number: lastNumber + index + 1, code }));
  const subjects = [unitSubject(unit.id), ...copies.map(({ id }) => events.label(id))];
  return [
    events.copiesPrinted(subjects, {
      public: { count: copies.length },
      party: { warehouseId: unit.warehouseId, certificateId, copies: numbered },
    }),
  ];
}

/** The address that labels lead to; nothing is printed while there is none. */
export function requirePublicUrl(publicUrl: string | undefined): string {
  if (publicUrl === undefined) throw refuse.publicUrlMissing();
  return publicUrl;
}

/** Whoever packs labels: the warehouse, or the merchant what it filmed. */
export function requireLabeller({ partyKind }: Actor, { flow }: Unit): void {
  if (partyKind === 'merchant' && flow !== 'merchant-films') throw refuse.warehouseLabels();
}

/** Puts all printed good copies on the goods. The first time this closes the gate; later, replacements are added. */
export function applyLabels(unit: Unit, printed: readonly LabelCopy[], packer: string): LedgerEvent[] {
  requireFree(unit);
  requireStage(unit, PRINTED_AT);
  const good = printed.filter(({ state }) => state === 'printed');
  if (good.length === 0) throw refuse.noGoodCopy();
  const applied = events.labelsApplied([unitSubject(unit.id)], { public: { count: good.length, packer } });
  return unit.labellingGateAt === null ? [applied, ...closeGate(unit, 'labelling', 'labelled')] : [applied];
}

/** A copy that is torn, misprinted or lost is spoiled once, also after it was applied; its code answers so from then on. */
export function spoilCopy({ id, unitId, number, state }: LabelCopy, reason: string): LedgerEvent[] {
  if (state === 'spoiled') throw refuse.alreadySpoiled();
  return [events.copySpoiled([events.label(id), unitSubject(unitId)], { public: { number }, party: { reason } })];
}
