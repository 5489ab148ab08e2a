import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { ErasureBody, ErasureReceipt, Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { DEFAULT_LIMIT, paged } from '../../platform/http/paging.js';
import { AccountErasureService } from './account-erasure.service.js';
import {
  AccountPage,
  AccountsQuery,
  AccountView,
  ApiKeyBody,
  ApiKeyList,
  ApiKeyView,
  IssuedApiKeyView,
  PasswordBody,
  ReasonBody,
  RolesBody,
} from './identity.dto.js';
import type { Account, ApiKey } from './identity.entity.js';
import { IdentityQueries } from './identity.queries.js';
import { IdentityService } from './identity.service.js';

@Controller('api/v1/accounts')
export class AccountsController {
  constructor(
    private readonly service: IdentityService,
    private readonly queries: IdentityQueries,
    private readonly erasure: AccountErasureService,
  ) {}

  @Get()
  @Allow('admin', 'merchant', 'laboratory')
  async list(@By() actor: Actor, @Query() query: AccountsQuery): Promise<AccountPage> {
    const { after, limit = DEFAULT_LIMIT, partyId = actor.partyId } = query;
    const accounts = await this.queries.accounts(actor, partyId, { after, limit: limit + 1 });
    const page = paged(accounts, limit, (account) => account.id);
    return { items: page.items.map(asView), next: page.next };
  }

  @Put(':id/roles')
  @Allow('admin')
  roles(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RolesBody): Promise<Receipt> {
    return this.service.changeRoles(actor, id, body.roles);
  }

  @Post(':id/closing')
  @Allow('admin')
  close(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReasonBody): Promise<Receipt> {
    return this.service.closeAccount(actor, id, body.reason);
  }

  @Post(':id/erasure')
  @Allow('admin')
  erase(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ErasureBody,
  ): Promise<ErasureReceipt> {
    return this.erasure.erase(actor, id, body.ground);
  }

  @Put(':id/password')
  @Allow('admin')
  password(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PasswordBody): Promise<Receipt> {
    return this.service.setPassword(actor, id, body.password);
  }

  @Get(':id/api-keys')
  @Allow('admin')
  async apiKeys(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ApiKeyList> {
    const keys = await this.queries.apiKeys(actor, id);
    return { items: keys.map(keyView) };
  }

  @Post(':id/api-keys')
  @Allow('admin')
  async issueApiKey(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ApiKeyBody,
  ): Promise<IssuedApiKeyView> {
    const { receipt, secret } = await this.service.issueApiKey(actor, id, body);
    return { ...receipt, secret };
  }

  @Post(':id/api-keys/:keyId/revocation')
  @Allow('admin')
  revokeApiKey(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('keyId', ParseUUIDPipe) keyId: string,
    @Body() body: ReasonBody,
  ): Promise<Receipt> {
    return this.service.revokeApiKey(actor, id, keyId, body.reason);
  }
}

function keyView({ id, label, prefix, scopes, expiresAt, revokedAt }: ApiKey): ApiKeyView {
  return { id, label, prefix, scopes: scopes.split(' '), expiresAt, revokedAt };
}

function asView(account: Account): AccountView {
  const { id, number, partyId, partyKind, roles, login, name, openedAt, closedAt } = account;
  return { id, number, partyId, partyKind, roles: roles.split(' '), login, name, openedAt, closedAt };
}
