export { LivePick, LiveSession, LiveToken } from './live.entity.js';
export { LiveModule } from './live.module.js';
export { liveProjection } from './live.projection.js';
export { LiveQueries } from './live.queries.js';
