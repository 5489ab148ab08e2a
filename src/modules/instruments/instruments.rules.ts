import type { Actor } from '../../kernel/actor.js';
import type { Day } from '../../kernel/instant.js';
import { normalizeText } from '../../kernel/text.js';
import { type UnitCode, unitSymbol } from '../../kernel/units.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { fits, type InstrumentKind, isMeasuring, kindName } from './instrument-kinds.js';
import type { Calibration, Instrument } from './instruments.entity.js';
import * as events from './instruments.events.js';
import type { CalibrationNeed, CalibrationResult } from './instruments.events.js';
import { refuse } from './instruments.refusals.js';

const CODE = /^[A-Z0-9][A-Z0-9./-]{0,23}$/;
const HASH = /^[0-9a-f]{64}$/;

export interface InstrumentWish {
  readonly code: string;
  readonly name: string;
  readonly kind: InstrumentKind;
  readonly model?: string | undefined;
  readonly serialNo?: string | undefined;
  /** Left out: it needs calibration. */
  readonly calibration?: CalibrationNeed | undefined;
  /** Why it needs none. */
  readonly calibrationReason?: string | undefined;
}

export interface CalibrationWish {
  readonly certificateNo: string;
  readonly by: string;
  readonly day: Day;
  readonly due?: Day | undefined;
  readonly result: CalibrationResult;
  readonly fileHash?: string | undefined;
}

/** The one spelling of a code: what a scanner reads, what a hand types and what the register has are one. */
export function codeOf(typed: string): string {
  return normalizeText(typed).replaceAll(' ', '').toUpperCase();
}

/** A code is given once in a warehouse, for ever: readings name instruments by it. */
export function registerInstrument(
  actor: Actor,
  id: string,
  wish: InstrumentWish,
  sameCode: Instrument | undefined,
): LedgerEvent[] {
  const code = codeOf(wish.code);
  if (!CODE.test(code)) throw refuse.codeMalformed({ code });
  if (sameCode) throw refuse.codeTaken({ code, name: sameCode.name });
  const { accountId, partyId: warehouseId } = actor;
  const { kind, model, serialNo, calibration, calibrationReason } = wish;
  const facts = { code, name: normalizeText(wish.name), kind, ...given({ model, serialNo }) };
  const registered = events.instrumentRegistered([events.instrument(id)], {
    public: facts,
    party: { warehouseId, accountId },
  });
  if (calibration !== 'not-needed') return [registered];
  if (calibrationReason === undefined) throw refuse.reasonMissing();
  return [registered, needSet({ id, kind }, { calibration, reason: calibrationReason, accountId })];
}

/** Puts a calibration on record, good or bad; `known` are those of the instrument so far, `today` is the warehouse's. */
export function recordCalibration(
  actor: Actor,
  id: string,
  { instrument, known, today }: { instrument: Instrument; known: readonly Calibration[]; today: Day },
  wish: CalibrationWish,
): LedgerEvent[] {
  requireInUse(instrument);
  const certificateNo = normalizeText(wish.certificateNo);
  const { day, due, result, fileHash } = wish;
  if (day > today) throw refuse.dayInFuture({ day });
  if (result === 'fail' && due !== undefined) throw refuse.dueOfFailed();
  if (result === 'pass' && (due === undefined || due < day)) throw refuse.dueMissing({ day });
  if (fileHash !== undefined && !HASH.test(fileHash)) throw refuse.fileHashMalformed();
  if (known.some((other) => other.certificateNo === certificateNo)) throw refuse.certificateTwice({ certificateNo });
  const failed = known.find((other) => other.result === 'fail' && other.day > day);
  if (failed) throw refuse.beforeFailure({ failed: failed.day, day });
  const { accountId } = actor;
  return [
    events.instrumentCalibrated([events.instrument(instrument.id), events.calibration(id)], {
      public: {
        certificateNo,
        by: normalizeText(wish.by),
        day,
        result,
        ...(due ? { due } : {}),
        ...given({ fileHash }),
      },
      party: { warehouseId: instrument.warehouseId, accountId },
    }),
  ];
}

/** Says whether an instrument needs calibration, and why. Nothing that gives figures goes without. */
export function setCalibrationNeed(
  actor: Actor,
  instrument: Instrument,
  { calibration, reason }: { readonly calibration: CalibrationNeed; readonly reason: string },
): LedgerEvent[] {
  requireInUse(instrument);
  if (instrument.calibration === calibration) throw refuse.needUnchanged();
  return [needSet(instrument, { calibration, reason, accountId: actor.accountId })];
}

/** Takes it out of use for good; its readings and its code stay what they are. */
export function retireInstrument(actor: Actor, instrument: Instrument, reason: string): LedgerEvent[] {
  requireInUse(instrument);
  const party = { reason: normalizeText(reason), accountId: actor.accountId };
  return [events.instrumentRetired([events.instrument(instrument.id)], { public: { isRetired: true }, party })];
}

/** The instrument that a new reading names; one of a figure fits the figure's unit. */
export function usableInstrument(
  typed: string,
  found: Instrument | undefined,
  measured: UnitCode | undefined,
): Instrument {
  if (!found) throw refuse.codeUnknown({ code: codeOf(typed) });
  requireInUse(found);
  if (measured !== undefined && !fits(found.kind, measured)) {
    throw refuse.doesNotFit({ code: found.code, unit: unitSymbol(measured) });
  }
  return found;
}

function needSet(
  { id, kind }: Pick<Instrument, 'id' | 'kind'>,
  { calibration, reason, accountId }: { calibration: CalibrationNeed; reason: string; accountId: string },
): LedgerEvent {
  if (calibration === 'not-needed' && isMeasuring(kind)) throw refuse.mustBeCalibrated({ kind: kindName(kind).zh });
  const party = { reason: normalizeText(reason), accountId };
  return events.calibrationNeedSet([events.instrument(id)], { public: { calibration }, party });
}

function requireInUse({ code, state }: Instrument): void {
  if (state === 'retired') throw refuse.retired({ code });
}

function given<T extends Readonly<Record<string, string | undefined>>>(texts: T): { [K in keyof T]?: string } {
  const kept = Object.entries(texts).flatMap(([key, text]) => (text === undefined ? [] : [[key, normalizeText(text)]]));
  return Object.fromEntries(kept) as { [K in keyof T]?: string };
}
