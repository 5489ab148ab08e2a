import type { Text } from '../../kernel/language.js';
import type { Severity } from './category-words.js';

/** The acceptance quality limits that a sourced table has (`templates/categories/reference/sampling-gbt2828.json`). */
export const AQLS = ['0.40', '0.65', '1.0', '1.5', '2.5', '4.0', '6.5'] as const;
export type Aql = (typeof AQLS)[number];

/** From the gravest grade of defects down. */
export const GRADES: readonly Severity[] = ['CR', 'MA', 'MI'];

/** How defects of each grade are called, everywhere. */
export const GRADE_NAMES: Readonly<Record<Severity, Text>> = {
  CR: { zh: '严重', en: 'critical' },
  MA: { zh: '一般', en: 'major' },
  MI: { zh: '轻微', en: 'minor' },
};

/** How many of a lot are looked at: the warehouse's own rule, by GB/T 2828.1 and an AQL for each grade it names. */
export interface SamplingRule {
  /** Only level II has a sourced table. */
  readonly level: 'II';
  readonly aql: Readonly<Partial<Record<Severity, Aql>>>;
  readonly source: string;
  /** The number of the person who answers for it. */
  readonly by: string;
}

/** A sampling rule as a plan chooses it, for one item that counts defects. */
export interface OwnSampling extends SamplingRule {
  readonly item: string;
}

/** The scheme in words; grades without an AQL go by how many the item allows in the sample. */
export function samplingText({ level, aql }: SamplingRule, allowed: Readonly<Record<Severity, string | null>>): Text {
  const parts = GRADES.flatMap((grade) => gradeText(grade, aql[grade], allowed[grade]));
  return {
    zh: `GB/T 2828.1 一般检验水平 ${level}，正常检验一次抽样：${parts.map(({ zh }) => zh).join('，')}`,
    en: `GB/T 2828.1 level ${level}, normal single sampling: ${parts.map(({ en }) => en).join(', ')}`,
  };
}

function gradeText(grade: Severity, aql: Aql | undefined, allowed: string | null): readonly Text[] {
  const { zh, en } = GRADE_NAMES[grade];
  if (aql !== undefined) return [{ zh: `${zh} AQL ${aql}`, en: `${en} AQL ${aql}` }];
  return allowed === null ? [] : [{ zh: `${zh}最多 ${allowed} 件`, en: `at most ${allowed} ${en}` }];
}
