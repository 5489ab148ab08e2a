export { LivePick, LiveSession, LiveToken } from './live.entity.js';
export { CODE_STYLES, LAYOUTS } from './live.events.js';
export { LiveModule } from './live.module.js';
export { liveProjection } from './live.projection.js';
export { LiveQueries } from './live.queries.js';
export { OverlayScreens } from './overlay-screens.js';
