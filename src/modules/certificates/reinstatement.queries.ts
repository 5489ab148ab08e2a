import { compareDecimals } from '../../kernel/decimal.js';
import { formatQuantity } from '../../kernel/quantity.js';
import type { Refusal } from '../../kernel/refusal.js';
import type { Reader } from '../../platform/database/sql.js';
import { countingReadings, signedInspectionIdOf } from '../inspection/index.js';
import { Unit } from '../units/index.js';
import type { Certificate } from './certificates.entity.js';
import { contentOf } from './certificates.queries.js';
import { refuse } from './certificates.refusals.js';
import { withdrawnGrounds } from './certificates.rules.js';

/**
 * Why a certificate does not come back, alone or in a list; undefined when nothing is against it. What was opened for
 * another inspection, or has left, gets none back: that inspection gives a new one. Nor does what a
 * laboratory took back, or a lot of which a part was repacked: its certificate speaks of more than is there.
 */
export async function reinstatementObjection(reader: Reader, certificate: Certificate): Promise<Refusal | undefined> {
  const { unitId, inspectionId } = certificate;
  const unit = await reader.findOne(Unit, { id: unitId });
  const signed = await signedInspectionIdOf(reader, unitId);
  if (!unit || unit.inspectionGateAt === null || signed !== inspectionId) return refuse.inspectedAgain();
  const { quantity } = contentOf(certificate).unit;
  const now = { value: unit.quantityValue, unit: unit.quantityUnit };
  if (quantity.unit !== now.unit || compareDecimals(quantity.value, now.value) !== 0) {
    return refuse.quantityChanged({ certified: formatQuantity(quantity), now: formatQuantity(now) });
  }
  return withdrawnGrounds(await countingReadings(reader, inspectionId));
}
