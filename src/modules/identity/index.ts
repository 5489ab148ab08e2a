export { AccountErasureService } from './account-erasure.service.js';
export { ReasonBody } from './identity.dto.js';
export { Account, ApiKey, ApiKeySecret, Credential, Session } from './identity.entity.js';
export { IdentityModule } from './identity.module.js';
export { identityProjection } from './identity.projection.js';
export { IdentityQueries, openActor, openNumbers } from './identity.queries.js';
export { ROLES_OF_PARTY } from './identity.rules.js';
export { type AccountWish, IdentityService } from './identity.service.js';
export { SESSION_COOKIE, Sessions } from './sessions.js';
