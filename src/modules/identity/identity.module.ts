import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../../platform/http/access.js';
import { AccountErasureService } from './account-erasure.service.js';
import { AccountsController } from './accounts.controller.js';
import { IdentityQueries } from './identity.queries.js';
import { IdentityService } from './identity.service.js';
import { Sessions } from './sessions.js';
import { SessionsController } from './sessions.controller.js';

// Global because the guard of every route asks the Authenticator.
@Global()
@Module({
  controllers: [SessionsController, AccountsController],
  providers: [
    IdentityService,
    AccountErasureService,
    IdentityQueries,
    Sessions,
    { provide: Authenticator, useExisting: Sessions },
  ],
  exports: [IdentityService, IdentityQueries, Sessions, Authenticator],
})
export class IdentityModule {}
