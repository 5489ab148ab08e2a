export { Party } from './parties.entity.js';
export { type Accreditation } from './parties.events.js';
export { PartiesModule } from './parties.module.js';
export { partiesProjection } from './parties.projection.js';
export { PartiesQueries, partyOf, partyOfKind } from './parties.queries.js';
export { isKept, isVisible, type PartyWish, registerParty } from './parties.rules.js';
export { PartiesService } from './parties.service.js';
export { ShellAdministration } from './shell-administration.service.js';
