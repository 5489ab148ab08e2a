import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { Receipt } from '../../ledger/index.js';
import { Allow, By } from '../../platform/http/access.js';
import { isSecureAddress } from '../../platform/http/secure-address.js';
import { MeView, OwnPasswordBody, SignInBody } from './identity.dto.js';
import { refuse } from './identity.refusals.js';
import { IdentityService } from './identity.service.js';
import { SESSION_COOKIE, SESSION_HOURS, Sessions } from './sessions.js';

/** `__Host-`: only over HTTPS (browsers take localhost for it), for the whole host, from this host alone. */
const COOKIE = { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: SESSION_HOURS * 3_600 } as const;

@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly identity: IdentityService,
  ) {}

  @Post()
  @RouteConfig({ rateLimit: { max: 20, timeWindow: '1 minute' } })
  @Allow('anyone')
  async signIn(
    @Body() body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ signedIn: true }> {
    if (!isSecureAddress(request)) throw refuse.httpsNeeded();
    const token = await this.sessions.signIn(body.login, body.password);
    void reply.setCookie(SESSION_COOKIE, token, COOKIE);
    return { signedIn: true };
  }

  @Get('current')
  @Allow('signed-in')
  me(@By() actor: Actor): MeView {
    const { accountId, number, partyId, partyKind, roles } = actor;
    return { accountId, number, partyId, partyKind, roles: [...roles] };
  }

  /** Changes one's own password; ends every session of the account, this one too. */
  @Put('current/password')
  @RouteConfig({ rateLimit: { max: 20, timeWindow: '1 minute' } })
  @Allow('signed-in')
  async password(@By() actor: Actor, @Body() body: OwnPasswordBody): Promise<Receipt> {
    await this.sessions.checkPassword(actor.accountId, body.current);
    return this.identity.setPassword(actor, actor.accountId, body.password);
  }

  @Delete('current')
  @HttpCode(204)
  @Allow('signed-in')
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = request.cookies[SESSION_COOKIE];
    if (token) await this.sessions.signOut(token);
    void reply.clearCookie(SESSION_COOKIE, COOKIE);
  }
}
