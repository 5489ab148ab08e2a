import { GRADE_NAMES, GRADES, type PlanItem } from '../catalog/index.js';
import { defectsOf, gradeLimits, type ReadingValue, type SignedInspection } from '../inspection/index.js';
import type { CertificateSample } from './certificate-content.js';

/** The figures of a sample by GB/T 2828.1, as they were signed; undefined for what was not sampled. */
export function sampleFigures(
  item: PlanItem,
  reading: ReadingValue,
  schemes: SignedInspection['schemes'],
): CertificateSample | undefined {
  const scheme = schemes.find((each) => each.item === item.code);
  if (scheme?.kind !== 'sample' || reading.kind !== 'defects' || reading.sampled === undefined) return undefined;
  const { lotSize, n } = scheme;
  const limits = gradeLimits(item.judge, scheme);
  const grades = GRADES.flatMap((grade) => {
    const limit = limits[grade];
    if (limit === null) return [];
    const aql = scheme.grades.find((each) => each.grade === grade)?.aql;
    const Ac = Math.floor(Number(limit));
    const allowed = { Ac, Re: Ac + 1, found: defectsOf(reading, grade) };
    return [{ grade, name: GRADE_NAMES[grade], ...(aql ? { aql } : {}), ...allowed }];
  });
  return { lotSize, n, sampled: reading.sampled, grades };
}
