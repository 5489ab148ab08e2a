import type { NonconformityDetailView, NonconformityView } from './nonconformity.dto.js';
import type { Nonconformity } from './nonconformity.entity.js';
import type { NonconformityDetail } from './nonconformity.queries.js';

export function nonconformityView(record: Nonconformity): NonconformityView {
  const { id, state, severity, found, inspectionId, openedAt, disposition, instruction, disposedAt } = record;
  const { openerNumber, disposerNumber, closerNumber, note, closedAt } = record;
  const items = JSON.parse(record.items) as string[];
  return {
    ...{ id, state, severity, found, inspectionId, items },
    ...{ openedBy: openerNumber, openedAt },
    ...{ disposition, instruction, disposedBy: disposerNumber, disposedAt },
    ...{ note, closedBy: closerNumber, closedAt },
  };
}

export function nonconformityDetailView({
  record,
  units,
  photos,
  witnesses,
}: NonconformityDetail): NonconformityDetailView {
  return {
    ...nonconformityView(record),
    unitIds: units.map(({ unitId }) => unitId),
    regrade: record.regrade === null ? null : (JSON.parse(record.regrade) as object),
    photos: photos.map(({ sha256 }) => sha256),
    witnesses: witnesses.map(({ number }) => number),
  };
}
