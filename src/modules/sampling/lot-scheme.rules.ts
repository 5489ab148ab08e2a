import { invariant } from '../../kernel/invariant.js';
import { type Aql, GRADES, type SamplingRule } from '../catalog/index.js';
import type { GradeScheme, LotScheme, SampleScheme } from './lot-scheme.js';
import { type Letter, LETTERS, LOTS_UP_TO, NORMAL_SINGLE, SAMPLE_SIZES, SAMPLING_STANDARD } from './sampling-table.js';
import type { Severity } from './switching.rules.js';

/** What a scheme is made from. */
export interface LotBasis {
  /** In the pieces or packages that are looked at; undefined while nobody counted them. */
  readonly lotSize: number | undefined;
  readonly severity: Severity;
  /** An administrator decided that every piece or package is looked at. */
  readonly isFull: boolean;
}

/** The scheme for an item of a lot. Without a count or outside normal inspection there is none: that never passes. */
export function lotScheme(item: string, rule: SamplingRule, { lotSize, severity, isFull }: LotBasis): LotScheme {
  if (lotSize === undefined) return { kind: 'none', item, why: 'lot-size' };
  invariant(Number.isSafeInteger(lotSize) && lotSize > 0, `a lot has pieces or packages: ${lotSize}`);
  if (isFull || lotSize === 1) return fullScheme(item, rule, lotSize, isFull);
  if (severity !== 'normal') return { kind: 'none', item, why: severity };
  const letter = letterOf(lotSize);
  const grades = aqlsOf(rule).map(([grade, aql]) => gradeScheme(grade, aql, lotSize));
  const n = Math.max(...grades.map((each) => each.n));
  return { ...headOf(item, rule), severity: 'normal', lotSize, letter, n, grades };
}

/** The code letter of a lot by general inspection level II. Table 1 begins with lots of 2. */
export function letterOf(lotSize: number): Letter {
  return LOTS_UP_TO.find(([upTo]) => lotSize <= upTo)?.[1] ?? 'Q';
}

/**
 * Letter, sample size and numbers of a cell: an arrow leads to the first plan below or above, and the sample size is
 * that plan's. Every column has a plan in the arrow's direction.
 */
export function planOfCell(
  from: Letter,
  aql: Aql,
): { readonly letter: Letter; readonly n: number; readonly Ac: number } {
  let at = LETTERS.indexOf(from);
  for (;;) {
    const letter = LETTERS[at];
    invariant(letter, `the arrows of AQL ${aql} lead out of the table from ${from}`);
    const cell = NORMAL_SINGLE[letter][aql];
    if (typeof cell === 'number') return { letter, n: SAMPLE_SIZES[letter], Ac: cell };
    at += cell === 'down' ? 1 : -1;
  }
}

function gradeScheme(grade: GradeScheme['grade'], aql: Aql, lotSize: number): GradeScheme {
  const { letter, n, Ac } = planOfCell(letterOf(lotSize), aql);
  return { grade, aql, letter, n: Math.min(n, lotSize), Ac, Re: Ac + 1 };
}

/** Everything is looked at. Outside the tables no number allows a defect, so none is: never looser than any plan. */
function fullScheme(item: string, rule: SamplingRule, lotSize: number, isDecided: boolean): SampleScheme {
  const grades = aqlsOf(rule).map(([grade, aql]) => ({ grade, aql, letter: null, n: lotSize, Ac: 0, Re: 1 }));
  const severity = isDecided ? 'full' : 'normal';
  return { ...headOf(item, rule), severity, lotSize, letter: null, n: lotSize, grades };
}

function headOf(item: string, { level }: SamplingRule): Pick<SampleScheme, 'kind' | 'item' | 'standard' | 'level'> {
  return { kind: 'sample', item, standard: SAMPLING_STANDARD, level };
}

function aqlsOf({ aql }: SamplingRule): (readonly [GradeScheme['grade'], Aql])[] {
  return GRADES.flatMap((grade) => {
    const own = aql[grade];
    return own === undefined ? [] : [[grade, own] as const];
  });
}
