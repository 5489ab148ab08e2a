export { ImportDraft, ImportRecord, ImportRun } from './exchange.entity.js';
export { ExchangeModule } from './exchange.module.js';
export { exchangeProjection } from './exchange.projection.js';
