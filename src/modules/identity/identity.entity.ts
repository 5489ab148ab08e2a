import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Class: projection. Login and name are personal: null once they were erased. */
@Entity('account')
export class Account {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'pseudonym', type: 'text' })
  pseudonym: string;

  /** What certificates print instead of the name. */
  @Column({ name: 'number', type: 'text' })
  number: string;

  @Column({ name: 'party_id', type: 'text' })
  partyId: string;

  @Column({ name: 'party_kind', type: 'text' })
  partyKind: string;

  /** Party that opened it and looks after it: the warehouse that works with the party, or the party itself. */
  @Column({ name: 'kept_by', type: 'text' })
  keptBy: string;

  /** Roles, joined by spaces. */
  @Column({ name: 'roles', type: 'text' })
  roles: string;

  @Column({ name: 'login', type: 'text', nullable: true })
  login: string | null;

  @Column({ name: 'name', type: 'text', nullable: true })
  name: string | null;

  @Column({ name: 'opened_at', type: 'text' })
  openedAt: string;

  @Column({ name: 'closed_at', type: 'text', nullable: true })
  closedAt: string | null;
}

/** Class: projection. A key of a device; its secret is only ever stored as a hash, in `api_key_secret`. */
@Entity('api_key')
export class ApiKey {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'account_id', type: 'text' })
  accountId: string;

  @Column({ name: 'label', type: 'text' })
  label: string;

  @Column({ name: 'prefix', type: 'text' })
  prefix: string;

  /** Roles of the account that the key may use, joined by spaces. */
  @Column({ name: 'scopes', type: 'text' })
  scopes: string;

  @Column({ name: 'expires_at', type: 'text' })
  expiresAt: string;

  @Column({ name: 'revoked_at', type: 'text', nullable: true })
  revokedAt: string | null;
}

/** Class: private. */
@Entity('credential')
export class Credential {
  @PrimaryColumn({ name: 'account_id', type: 'text' })
  accountId: string;

  /** Argon2id in PHC form. */
  @Column({ name: 'password_hash', type: 'text' })
  passwordHash: string;
}

/** Class: private. */
@Entity('session')
export class Session {
  /** SHA-256 of the cookie's token, hex. */
  @PrimaryColumn({ name: 'token_hash', type: 'text' })
  tokenHash: string;

  @Column({ name: 'account_id', type: 'text' })
  accountId: string;

  @Column({ name: 'expires_at', type: 'text' })
  expiresAt: string;
}

/** Class: private. */
@Entity('api_key_secret')
export class ApiKeySecret {
  @PrimaryColumn({ name: 'key_id', type: 'text' })
  keyId: string;

  /** SHA-256 of the secret, hex: 160 random bits need no slow hash. */
  @Column({ name: 'secret_hash', type: 'text' })
  secretHash: string;
}
