export { FILM_KINDS, filmName } from './film-items.js';
export { PackingFile } from './filming.entity.js';
export { FilmingModule } from './filming.module.js';
export { filmingProjection } from './filming.projection.js';
export { packingFilesOf } from './filming.queries.js';
export { auditedPlan, SENT_AT } from './filming.rules.js';
