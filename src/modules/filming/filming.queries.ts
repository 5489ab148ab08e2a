import type { Reader } from '../../platform/database/sql.js';
import { PackingFile } from './filming.entity.js';

/** The files that a merchant sent of a unit, the last of each kind. The caller has checked the viewer. */
export function packingFilesOf(reader: Reader, unitId: string): Promise<PackingFile[]> {
  return reader.find(PackingFile, { unitId }, { orderBy: 'kind' });
}
