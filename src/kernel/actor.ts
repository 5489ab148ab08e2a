/** What an account may do. A route names the roles that may call it. */
export const ROLES = [
  'admin',
  'receiver',
  'inspector',
  'reviewer',
  'packer',
  'shipper',
  'host',
  'merchant',
  'laboratory',
  'regulator',
] as const;
export type Role = (typeof ROLES)[number];

export const PARTY_KINDS = ['warehouse', 'merchant', 'laboratory', 'studio', 'carrier', 'regulator'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** An Idempotency-Key as it came with a request, and the hash of that request. */
export interface Idempotency {
  readonly key: string;
  readonly requestHash: string;
}

/** Who asks: an account acting for its party. Only the pseudonym ever stands in the public log. */
export interface Actor {
  readonly accountId: string;
  /** Random and constant per account; says nothing about the person. */
  readonly pseudonym: string;
  /** The number that certificates print instead of a name. */
  readonly number: string;
  readonly partyId: string;
  readonly partyKind: PartyKind;
  readonly roles: readonly Role[];
  readonly idempotency?: Idempotency;
}

/** The program itself: start-up, rendering after a commit, commands from a person at the machine's shell. */
export const SYSTEM_ACTOR: Actor = {
  accountId: 'system',
  pseudonym: 'system',
  number: '0',
  partyId: 'system',
  partyKind: 'warehouse',
  roles: ROLES,
};
