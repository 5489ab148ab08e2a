import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../kernel/actor.js';
import { Config } from '../../platform/config/config.module.js';
import { CatalogQueries } from '../catalog/index.js';
import { IdentityQueries } from '../identity/index.js';
import { PartiesQueries } from '../parties/index.js';

/** One thing that a new warehouse needs before it can work. */
export interface SetUpStep {
  readonly key: 'url' | 'merchant' | 'people' | 'plan';
  readonly isDone: boolean;
  readonly href: string;
  readonly missing: readonly Role[];
}

const NEEDED: readonly Role[] = ['receiver', 'inspector', 'reviewer', 'packer', 'shipper'];

/** What an administrator has still to prepare. */
@Injectable()
export class SetUp {
  constructor(
    private readonly config: Config,
    private readonly parties: PartiesQueries,
    private readonly identity: IdentityQueries,
    private readonly catalog: CatalogQueries,
  ) {}

  async of(actor: Actor): Promise<SetUpStep[]> {
    const merchants = await this.parties.parties(actor, 'merchant', { after: undefined, limit: 1 });
    const plans = await this.catalog.plans(actor, {}, { limit: 1 });
    const missing = await this.missingRoles(actor);
    return [
      { key: 'url', isDone: this.config.publicUrl !== undefined, href: '', missing: [] },
      { key: 'merchant', isDone: merchants.length > 0, href: '/console/parties/new?kind=merchant', missing: [] },
      { key: 'people', isDone: missing.length === 0, href: '/console/accounts', missing },
      { key: 'plan', isDone: plans.length > 0, href: '/console/plans', missing: [] },
    ];
  }

  private async missingRoles(actor: Actor): Promise<Role[]> {
    const accounts = await this.identity.accounts(actor, actor.partyId, { after: undefined, limit: 200 });
    const open = accounts.filter(({ closedAt }) => closedAt === null).flatMap(({ roles }) => roles.split(' '));
    return NEEDED.filter((role) => !open.includes(role));
  }
}
