import {
  IdempotencyKey,
  LedgerCheckpoint,
  LedgerDisclosure,
  LedgerHead,
  LedgerSubject,
} from '../ledger/ledger.entity.js';
import { CategoryVersion, PlanVersion, Product } from '../modules/catalog/index.js';
import { Account, ApiKey, ApiKeySecret, Credential, Session } from '../modules/identity/index.js';
import { Party } from '../modules/parties/index.js';
import { Unit, UnitHold } from '../modules/units/index.js';
import type { Schema } from '../platform/database/data-sources.js';
import { Catalog1763800000013 } from './migrations/1763800000013-catalog.js';
import { Identity1763800000002 } from './migrations/1763800000002-identity.js';
import { Ledger1763800000001 } from './migrations/1763800000001-ledger.js';
import { Parties1763800000003 } from './migrations/1763800000003-parties.js';
import { Units1763800000004 } from './migrations/1763800000004-units.js';

/** Every entity and every migration, in the order of the layers and modules. */
export const schema: Schema = {
  entities: [
    ...[LedgerHead, LedgerDisclosure, LedgerSubject, LedgerCheckpoint, IdempotencyKey],
    ...[Account, ApiKey, Credential, Session, ApiKeySecret],
    ...[Party],
    ...[CategoryVersion, PlanVersion, Product],
    ...[Unit, UnitHold],
  ],
  migrations: [
    Ledger1763800000001,
    Identity1763800000002,
    Parties1763800000003,
    Catalog1763800000013,
    Units1763800000004,
  ],
};
