import { signOf } from '../../kernel/decimal.js';
import type { Quantity } from '../../kernel/quantity.js';
import { printedKey } from '../../kernel/text.js';
import { unitOf } from '../../kernel/units.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { closeGate, type Unit, unit as unitSubject } from '../units/index.js';
import { packed } from './packaging.events.js';
import { refuse } from './packaging.refusals.js';

export interface Pack {
  readonly sealNo: string;
  /** Of the sealed pack, as it leaves the scale. */
  readonly mass: Quantity;
  readonly packer: string;
}

/** The one spelling in which a seal number is kept and compared. */
export function sealNumber(text: string): string {
  return printedKey(text);
}

/** A unit is packed once, after inspection, under a seal that no other pack has. */
export function packUnit(unit: Unit, { sealNo, mass, packer }: Pack, isSealUsed: boolean): LedgerEvent[] {
  if (unitOf(mass.unit)?.dimension !== 'mass') throw refuse.notAMass({ unit: mass.unit });
  if (signOf(mass.value) !== 1) throw refuse.massNotPositive();
  const gateEvents = closeGate(unit, 'packaging', 'packed');
  if (isSealUsed) throw refuse.sealUsed({ sealNo });
  const { value, unit: massUnit } = mass;
  return [
    packed([unitSubject(unit.id)], { public: { sealNo, mass: { value, unit: massUnit }, packer } }),
    ...gateEvents,
  ];
}
