import { isDay } from '../../kernel/instant.js';
import {
  type Category,
  type ConsistencyFinding,
  consistencyOf,
  describedFacts,
  type GoodsFacts,
} from '../catalog/index.js';
import type { ConsignmentLine } from './intake.entity.js';
import { lineAttributes, lineDeclared } from './intake.view.js';

/**
 * What of a line contradicts itself, so that its merchant can put it right before anything is inspected: with such
 * words no certificate would be issued. What only the goods themselves can show is not asked yet.
 */
export function lineWarnings(line: ConsignmentLine, category: Category): readonly ConsistencyFinding[] {
  const { name, productionDay } = line;
  const facts = describedFacts({ name, attributes: lineAttributes(line), declared: lineDeclared(line) }, category);
  const days: GoodsFacts['days'] = productionDay !== null && isDay(productionDay) ? { productionDay } : {};
  return consistencyOf(category, { ...facts, days }).filter(({ outcome }) => outcome === 'fail');
}
