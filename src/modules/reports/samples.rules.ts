import type { Actor } from '../../kernel/actor.js';
import { compareDecimals } from '../../kernel/decimal.js';
import type { Day } from '../../kernel/instant.js';
import { invariant } from '../../kernel/invariant.js';
import type { Quantity } from '../../kernel/quantity.js';
import { normalizeText, printedKey } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { PlanItem } from '../catalog/index.js';
import { inspection as inspectionSubject } from '../inspection/index.js';
import type { Party } from '../parties/index.js';
import { unit as unitSubject, type Unit } from '../units/index.js';
import { isMass } from './mass.rules.js';
import type { LabSample } from './reports.entity.js';
import * as events from './reports.events.js';
import { refuse } from './reports.refusals.js';
import { isInScope, type ScopedItem, wantedScope } from './scope.rules.js';

/** What a sample is made of, as it was found in the moment of sending. */
export interface SendingGrounds {
  readonly unit: Unit;
  readonly inspectionId: string;
  readonly laboratory: Party;
  /** The items that are asked for, of the open inspection's plan. */
  readonly items: readonly PlanItem[];
  /** SHA-256 of all photographs of the unit. */
  readonly photos: readonly string[];
  readonly today: Day;
  /** A sample of the warehouse that bears the seal already. */
  readonly sameSeal: LabSample | undefined;
}

export interface SampleWish {
  readonly sealNo: string;
  readonly mass: Quantity;
  readonly items: readonly string[];
  readonly photos: readonly string[];
}

/** A sealed sample leaves for a laboratory that is accredited, today, for every item that is asked of it. */
export function sendSample(actor: Actor, id: string, grounds: SendingGrounds, wish: SampleWish): LedgerEvent[] {
  const { unit, laboratory, items, today } = grounds;
  const sealNo = sealOf(wish.sealNo);
  requireOnce(wish.items);
  if (!isMass(wish.mass)) throw refuse.massMalformed();
  if (wish.photos.some((hash) => !grounds.photos.includes(hash))) throw refuse.photoOfOther();
  if (grounds.sameSeal) throw refuse.sealUsed({ sealNo });
  requireAccredited(laboratory, items, today);
  const { warehouseId, merchantId } = unit;
  return [
    events.sampleSent([events.sample(id), inspectionSubject(grounds.inspectionId), unitSubject(unit.id)], {
      public: {
        laboratory: namedLaboratory(laboratory),
        items: items.map(({ code, name }) => ({ code, name })),
        sender: actor.number,
      },
      party: {
        ...{ warehouseId, merchantId, laboratoryId: laboratory.id, unitName: unit.name, sealNo },
        ...{ mass: wish.mass, photos: wish.photos, accountId: actor.accountId },
      },
    }),
  ];
}

/**
 * What was sent by mistake, or never came back: somebody else than the sender looks at it, since a cancelled sample can
 * bear no report. One with a report that stands is not taken back.
 */
export function cancelSample({ accountId, number }: Actor, sample: LabSample, reason: string): LedgerEvent[] {
  if (sample.state === 'cancelled') throw refuse.sampleCancelled();
  if (sample.state === 'reported') throw refuse.sampleReported();
  if (sample.senderNumber === number) throw refuse.samplePersonSame();
  const party = { reason: normalizeText(reason), accountId };
  return [events.sampleCancelled([events.sample(sample.id), unitSubject(sample.unitId)], { party })];
}

/** By how much masses may differ is the warehouse's own rule, and a person of it answers for it. */
export function setMassTolerance(
  actor: Actor,
  { percent, source, by }: { readonly percent?: string; readonly source: string; readonly by: string },
  people: ReadonlySet<string>,
): LedgerEvent[] {
  if (!people.has(by)) throw refuse.personUnknown({ by });
  if (percent !== undefined && (compareDecimals(percent, '0') < 0 || compareDecimals(percent, '100') > 0)) {
    throw refuse.percentOutside();
  }
  const { partyId: warehouseId, accountId } = actor;
  const rule = { ...(percent === undefined ? {} : { percent }), source: normalizeText(source), by };
  return [events.massToleranceSet([events.sampleRule(warehouseId)], { party: { warehouseId, ...rule, accountId } })];
}

/** The laboratory is accredited on that day, and for every one of the items. */
export function requireAccredited(laboratory: Party, items: readonly ScopedItem[], day: Day): void {
  const { nameZh, cmaValidUntil } = laboratory;
  if (cmaValidUntil === null || day > cmaValidUntil) {
    throw refuse.accreditationExpired({ laboratory: nameZh, until: cmaValidUntil ?? '—', day });
  }
  const scope = JSON.parse(laboratory.cmaScope) as readonly string[];
  const outside = items.find((item) => !isInScope(item, scope));
  if (outside) {
    throw refuse.outOfScope({ item: outside.code, laboratory: nameZh, wanted: wantedScope(outside) });
  }
}

export function requireOnce(codes: readonly string[]): void {
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (twice !== undefined) throw refuse.itemTwice({ item: twice });
}

export function namedLaboratory({ nameZh, cma }: Party): events.NamedLaboratory {
  invariant(cma !== null, 'a laboratory has a CMA number');
  return { name: nameZh, cma };
}

/** The one spelling in which the number on a seal is kept and compared. */
export function sealOf(text: string): string {
  return printedKey(text);
}
