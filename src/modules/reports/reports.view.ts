import type { Actor } from '../../kernel/actor.js';
import type { LateFiling } from '../inspection/index.js';
import type {
  LaboratoryRetestsView,
  MassToleranceView,
  ReportView,
  SampleItemView,
  SampleLaboratoryView,
  SampleView,
} from './reports.dto.js';
import type { LabReport, LabSample, SampleRule } from './reports.entity.js';
import type { RetestedLaboratory } from './reports.queries.js';

export function sampleView({ partyKind }: Actor, row: LabSample): SampleView {
  const { id, unitId, unitName, inspectionId, state, sentAt, cancelReason, sealNo } = row;
  const isTold = partyKind !== 'laboratory';
  return {
    ...{ id, unitId, unitName, inspectionId, state, sentAt, cancelReason },
    laboratory: laboratoryOf(row),
    sealNo: isTold ? sealNo : null,
    mass: isTold ? { value: row.massValue, unit: row.massUnit } : null,
    items: [...askedItems(row)],
    photos: [...photosOfSample(row)],
    sender: row.senderNumber,
  };
}

export function reportView(row: LabReport): ReportView {
  const { id, sampleId, unitId, inspectionId, number, fileSha256, issuedOn, sealNo, state, filedAt } = row;
  const { withdrawReason, withdrawnAt } = row;
  return {
    ...{ id, sampleId, unitId, inspectionId, number, fileSha256, issuedOn, sealNo, state, filedAt },
    ...{ withdrawReason, withdrawnAt },
    laboratory: laboratoryOf(row),
    mass: { value: row.massValue, unit: row.massUnit },
    items: JSON.parse(row.items) as string[],
    filer: row.filerNumber,
    filedLate: row.filedLate === null ? null : (JSON.parse(row.filedLate) as LateFiling),
    withdrawer: row.withdrawerNumber,
  };
}

export function retestsView({ laboratory, ...tally }: RetestedLaboratory): LaboratoryRetestsView {
  return { laboratoryId: laboratory.id, name: laboratory.nameZh, ...tally };
}

export function massToleranceView(rule: SampleRule | undefined): MassToleranceView {
  const { massPercent = null, source = null, by = null, setAt = null } = rule ?? {};
  return { percent: massPercent, source, by, setAt };
}

export function askedItems({ items }: Pick<LabSample, 'items'>): readonly SampleItemView[] {
  return JSON.parse(items) as readonly SampleItemView[];
}

export function photosOfSample({ photos }: Pick<LabSample, 'photos'>): readonly string[] {
  return JSON.parse(photos) as readonly string[];
}

type Named = Pick<LabSample, 'laboratoryId' | 'laboratoryName' | 'laboratoryCma'>;

function laboratoryOf({ laboratoryId: id, laboratoryName: name, laboratoryCma: cma }: Named): SampleLaboratoryView {
  return { id, name, cma };
}
