import type { PartyKind } from '../../kernel/actor.js';
import { eventKind, subjectType } from '../../ledger/index.js';

export const party = subjectType('party');

/** A laboratory's 资质认定: what it may test, and until which day. */
export interface Accreditation {
  readonly cma: string;
  readonly scope: readonly string[];
  readonly validUntil: string;
}

interface PartyFacts {
  public: {
    kind: PartyKind;
    name: { zh: string; en?: string };
    uscc: string;
    address?: string;
    laboratory?: Accreditation;
  };
  /** `phone` stands here in entries from before it was taken for a person's. */
  party: { usccReason?: string; phone?: string };
  /** Whom to call there; erasable. */
  personal?: { contactName?: string; phone?: string };
}

/** `registeredBy` is the warehouse that did; it is left out when a person at the shell did. */
export const partyRegistered = eventKind<PartyFacts & { party: { registeredBy?: string } }>('parties.party-registered');

/** All facts of the party as they are from now on, not only those that changed. */
export const partyChanged = eventKind<PartyFacts>('parties.party-changed');
