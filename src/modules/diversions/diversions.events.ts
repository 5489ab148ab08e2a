import { eventKind, subjectType } from '../../ledger/index.js';

export const departure = subjectType('departure');

/** Why a unit is stopped on its way out. */
export const INTERCEPTION_CAUSES = ['refund', 'regulator'] as const;
export type InterceptionCause = (typeof INTERCEPTION_CAUSES)[number];

/** Who comes for the goods: whoever bought them, or whoever sent them in. */
export const PICK_UP_PARTIES = ['buyer', 'merchant'] as const;
export type PickUpParty = (typeof PICK_UP_PARTIES)[number];

/** How a unit left other than by a shipment. */
export const DEPARTURE_WAYS = ['returned-by-carrier', 'returned-by-hand', 'picked-up'] as const;
export type DepartureWay = (typeof DEPARTURE_WAYS)[number];

/** A person who came for goods; erasable. */
export interface Collector {
  readonly name: string;
  readonly phone?: string;
}

/** The merchant sends what failed through another inspection. `attempt` is the number of that inspection. */
export const resubmitted = eventKind<{
  public: { attempt: number };
  party: { remedy: string; accountId: string };
}>('diversions.resubmitted');

/** 复检, with its reason for everybody: the certificate is suspended by it. */
export const reinspectionOrdered = eventKind<{
  public: { reason: { readonly zh: string; readonly en?: string }; reviewer: string };
  party: { accountId: string };
}>('diversions.reinspection-ordered');

/** 拦截. Subjects: the unit, the hold. The reference is a refund's or an authority's number. */
export const intercepted = eventKind<{
  public: { cause: InterceptionCause };
  party: { reason: string; reference?: string; accountId: string };
}>('diversions.intercepted');

/** 待自提. The code is what the person who comes has to say; the merchant passes it on. */
export const pickUpOrdered = eventKind<{
  public: { by: PickUpParty };
  party: { code: string; accountId: string };
}>('diversions.pick-up-ordered');

export const pickUpCalledOff = eventKind<{ party: { reason: string; accountId: string } }>(
  'diversions.pick-up-called-off',
);

/** Subjects: the departure, the unit. Ends the unit: it went back to its merchant (退回), or was picked up (已自提). */
export const departed = eventKind<{
  public: { way: DepartureWay; by: string; carrierName?: string };
  party: { reason?: string; waybill?: string; accountId: string };
  personal?: { collector: Collector; proof?: string };
}>('diversions.departed');
