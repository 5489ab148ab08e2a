export { drawPareto } from './pareto-chart.rules.js';
export { StatisticsQuery, TrendQuery } from './statistics.dto.js';
export { StatisticFinding, StatisticSupplier } from './statistics.entity.js';
export { StatisticsModule } from './statistics.module.js';
export { statisticsProjection } from './statistics.projection.js';
export { StatisticsQueries } from './statistics.queries.js';
export { pareto, permille } from './statistics.rules.js';
export { drawTrend } from './trend-chart.rules.js';
