import type { Text } from '../../kernel/language.js';
import { type CategoryProblem, fault } from './category-fault.js';
import type { SchemaCheck } from './category-schema.js';
import type { PlanChoice } from './plan.js';

/** A file of `templates/plans`. */
export interface PlanFile extends PlanChoice {
  readonly schema: 'yanzhen-plan/1';
  readonly note: Text;
}

/** Checks the shape of a parsed plan file; whether its choice makes sense is said by `planFrom`. */
export function checkPlanFile(
  file: string,
  content: unknown,
  schema: SchemaCheck,
): { readonly problems: readonly CategoryProblem[]; readonly plan?: PlanFile } {
  const problems = schema(content).map(({ path, message }) => ({
    file,
    ...fault('', 'schema', `${path} 不符合格式：${message}`, `${path} does not fit the format: ${message}`),
  }));
  return isPlanFile(content, problems) ? { problems, plan: content } : { problems };
}

// The schema has just said so; nothing else makes a PlanFile of unknown data.
function isPlanFile(content: unknown, problems: readonly CategoryProblem[]): content is PlanFile {
  return problems.length === 0 && typeof content === 'object';
}
