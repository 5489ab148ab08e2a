export { type ClockState, type DeadlineRule } from './deadline-clock.js';
export { DeadlineRuleRow } from './deadlines.entity.js';
export { ClockQuery } from './deadlines.dto.js';
export { deadlinesProjection } from './deadlines.projection.js';
export { type ClockedUnit, DeadlineQueries } from './deadlines.queries.js';
export { cursorFor } from './deadline-units.sql.js';
export { DeadlinesModule } from './deadlines.module.js';
