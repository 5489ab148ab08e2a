export { ImportDraft, ImportRecord, ImportRun } from './exchange.entity.js';
export { ExchangeModule } from './exchange.module.js';
export { EXPORTERS, IMPORT_KINDS, IMPORTERS } from './exchange.kinds.js';
export { exchangeProjection } from './exchange.projection.js';
export { ImportsQueries } from './imports.queries.js';
