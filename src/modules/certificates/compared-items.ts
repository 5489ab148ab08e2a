import type { Judge, JudgeOp, PlanItem } from '../catalog/index.js';

/** Operations whose reading is the attribute itself, as found. */
const COMPARING: readonly JudgeOp[] = ['matchesDeclared', 'equalsNormalized', 'disclosedIf'];

type Compared = Extract<Judge, { readonly op: 'matchesDeclared' | 'equalsNormalized' | 'disclosedIf' }>;

/** Tells whether an item reads what an attribute, or something else that was declared, says. */
export function isCompared(item: PlanItem): item is PlanItem & { readonly judge: Compared } {
  return COMPARING.includes(item.judge.op);
}
