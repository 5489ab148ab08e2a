import { Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Clock } from '../../kernel/instant.js';
import { Allow } from '../../platform/http/access.js';
import { IdentityQueries, ROLES_OF_PARTY } from '../identity/index.js';
import { PartiesQueries } from '../parties/index.js';
import { accountTexts as texts } from './account-pages.texts.js';
import { keyRow } from './account-pages.view.js';
import { erasureGrounds } from './erasure-words.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { ROWS } from './page-queries.dto.js';
import { accountRow, partyFacts } from './party-pages.view.js';
import { type Visit, Visiting } from './visit.js';

/** The accounts of one's own party, and one account with its roles, password and keys. */
@PageController('console/accounts')
export class AccountPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly identity: IdentityQueries,
    private readonly parties: PartiesQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('admin')
  async list(@Visiting() visit: Visit): Promise<string> {
    const { actor } = visit;
    const accounts = await this.identity.accounts(actor, actor.partyId, { after: undefined, limit: 200 });
    const view = {
      accounts: accounts.map(accountRow),
      party: { id: actor.partyId },
      roles: ROLES_OF_PARTY[actor.partyKind],
    };
    return this.pages.show(visit, { name: 'accounts', texts, view });
  }

  @Get(':id')
  @Allow('admin')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const { actor, language } = visit;
    const account = await this.identity.account(actor, id);
    const party = partyFacts(await this.parties.party(actor, account.partyId), language);
    const now = this.clock.now();
    const keys = (await this.identity.apiKeys(actor, id)).slice(0, ROWS).map((key) => keyRow(key, now));
    const view = {
      account: accountRow(account),
      party,
      keys,
      roles: ROLES_OF_PARTY[party.kind],
      grounds: erasureGrounds,
    };
    return this.pages.show(visit, { name: 'account', texts, view });
  }
}
