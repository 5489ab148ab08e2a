import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { PARTY_KINDS } from '../../kernel/actor.js';
import { Allow } from '../../platform/http/access.js';
import { paged } from '../../platform/http/paging.js';
import { IdentityQueries, ROLES_OF_PARTY } from '../identity/index.js';
import { isKept, PartiesQueries } from '../parties/index.js';
import { accountRow, partyFacts } from './party-pages.view.js';
import { erasureGrounds } from './erasure-words.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { PartiesLook, ROWS } from './page-queries.dto.js';
import { partyTexts as texts } from './party-pages.texts.js';
import { type Visit, Visiting } from './visit.js';

/** The parties that a warehouse works with, and their accounts. */
@PageController('console/parties')
export class PartyPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly parties: PartiesQueries,
    private readonly identity: IdentityQueries,
  ) {}

  @Get()
  @Allow('admin')
  async list(@Visiting() visit: Visit, @Query() { kind, after }: PartiesLook): Promise<string> {
    const rows = await this.parties.parties(visit.actor, kind, { after, limit: ROWS + 1 });
    const { items, next } = paged(rows, ROWS, ({ id }) => id);
    const parties = items.map((party) => partyFacts(party, visit.language));
    return this.pages.show(visit, {
      name: 'parties',
      texts,
      view: { parties, next, kind: kind ?? '', kinds: PARTY_KINDS },
    });
  }

  @Get('new')
  @Allow('admin')
  register(@Visiting() visit: Visit, @Query() { kind = 'merchant' }: PartiesLook): Promise<string> {
    const kinds = PARTY_KINDS.filter((each) => each !== 'warehouse' && each !== 'regulator');
    return this.pages.show(visit, { name: 'party-new', texts, view: { kind, kinds } });
  }

  @Get(':id')
  @Allow('admin')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const found = await this.parties.party(visit.actor, id);
    const party = partyFacts(found, visit.language);
    const accounts = await this.identity.accounts(visit.actor, id, { after: undefined, limit: ROWS });
    const view = {
      party,
      accounts: accounts.map(accountRow),
      roles: ROLES_OF_PARTY[party.kind],
      isKept: isKept(visit.actor, found),
      grounds: erasureGrounds,
    };
    return this.pages.show(visit, { name: 'party', texts, view });
  }

  @Get(':id/change')
  @Allow('admin')
  async change(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const party = partyFacts(await this.parties.party(visit.actor, id), visit.language);
    return this.pages.show(visit, { name: 'party-change', texts, view: { party, kind: party.kind } });
  }
}
