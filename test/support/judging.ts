import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, isDay } from '../../src/kernel/instant.js';
import {
  type Category,
  checkCategory,
  checkPlanFile,
  compileSchema,
  type Judge,
  type PlanFile,
  type PlanItem,
} from '../../src/modules/catalog/index.js';
import type { JudgeContext } from '../../src/modules/inspection/judge.js';
import type { NumberReading } from '../../src/modules/inspection/judge-reading.js';

/** An item of a plan with good defaults: no unit, no edition, no condition. */
export function planItem(judge: Judge, changes: Partial<PlanItem> = {}): PlanItem {
  return {
    code: 'TST-ITEM',
    name: { zh: '示例', en: 'Sample' },
    unit: null,
    valueType: 'number',
    values: null,
    stage: 'initial',
    mandatory: true,
    when: null,
    judge,
    limitText: { zh: '限值', en: 'limit' },
    method: null,
    standard: null,
    edition: null,
    inForce: null,
    until: null,
    editionBy: null,
    severity: 'MA',
    limitBy: 'category',
    source: 'made up for a test',
    confidence: 'uncertain',
    ...changes,
  };
}

export function judgeContext(changes: Partial<JudgeContext> = {}): JudgeContext {
  return { attributes: {}, declared: {}, productionDay: null, inspectionDay: day('2026-11-22'), ...changes };
}

export function day(text: string): Day {
  if (!isDay(text)) throw new Error(`not a day: ${text}`);
  return text;
}

export function number(value: string, unit: string | null = null, uncertainty?: string): NumberReading {
  return uncertainty === undefined ? { kind: 'number', value, unit } : { kind: 'number', value, unit, uncertainty };
}

const categories = new Map<string, Category>();

/** One of the six categories as it stands in `templates/categories`; read once. */
export function category(id: string): Category {
  const found = categories.get(id) ?? readCategory(id);
  categories.set(id, found);
  return found;
}

/** The demo plan of a category as it stands in `templates/plans`. */
export function demoPlan(id: string): PlanFile {
  const { plan, problems } = checkPlanFile(
    id,
    template('plans', `${id}.json`),
    compileSchema(template('plans', 'plan.schema.json')),
  );
  if (!plan) throw new Error(JSON.stringify(problems));
  return plan;
}

function readCategory(id: string): Category {
  const schema = compileSchema(template('categories', 'category.schema.json'));
  const check = checkCategory(`${id}.json`, template('categories', `${id}.json`), schema);
  if (!check.category) throw new Error(JSON.stringify(check.problems));
  return check.category;
}

function template(...path: string[]): object {
  return Object(JSON.parse(readFileSync(join(process.cwd(), 'templates', ...path), 'utf8')));
}
