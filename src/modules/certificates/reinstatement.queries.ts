import type { Refusal } from '../../kernel/refusal.js';
import type { Reader } from '../../platform/database/sql.js';
import { signedInspectionOf } from '../inspection/index.js';
import { Unit } from '../units/index.js';
import type { Certificate } from './certificates.entity.js';
import { refuse } from './certificates.refusals.js';

/**
 * Why a certificate does not come back, alone or in a list; undefined when nothing is against it. What was opened for
 * another inspection, or has left, gets none back: that inspection gives a new one.
 */
export async function reinstatementObjection(
  reader: Reader,
  { unitId, inspectionId }: Certificate,
): Promise<Refusal | undefined> {
  const unit = await reader.findOne(Unit, { id: unitId });
  const signed = await signedInspectionOf(reader, unitId);
  if (!unit || unit.inspectionGateAt === null || signed?.id !== inspectionId) return refuse.inspectedAgain();
  return undefined;
}
