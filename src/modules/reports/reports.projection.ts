import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { LabReport, LabSample, SampleRule, UploadedReport } from './reports.entity.js';
import {
  massToleranceSet,
  reportFiled,
  reportFileUploaded,
  reportWithdrawn,
  sampleCancelled,
  sampleSent,
} from './reports.events.js';
import { numberKey } from './reports.rules.js';

export const reportsProjection: Projection = {
  tables: [LabSample, UploadedReport, LabReport, SampleRule],
  rules: [
    on(sampleSent, async (tx, event) => {
      const { laboratory, items, sender } = event.contents.public;
      const { warehouseId, merchantId, laboratoryId, unitName, sealNo, mass, photos } = event.contents.party;
      await tx.insert(LabSample, {
        id: subjectOf(event, 'sample'),
        unitId: subjectOf(event, 'unit'),
        inspectionId: subjectOf(event, 'inspection'),
        ...{ unitName, warehouseId, merchantId, laboratoryId, sealNo },
        laboratoryName: laboratory.name,
        laboratoryCma: laboratory.cma,
        massValue: mass.value,
        massUnit: mass.unit,
        items: JSON.stringify(items.map(({ code, name: { zh, en } }) => ({ code, name: { zh, en } }))),
        photos: JSON.stringify(photos),
        state: 'sent',
        senderNumber: sender,
        sentAt: event.at,
        cancelReason: null,
      });
    }),
    on(sampleCancelled, async (tx, event) => {
      const cancelled = { state: 'cancelled', cancelReason: event.contents.party.reason } as const;
      await tx.update(LabSample, { id: subjectOf(event, 'sample') }, cancelled);
    }),
    on(reportFileUploaded, async (tx, event) => {
      const { sha256 } = event.contents.party;
      await tx.insert(UploadedReport, { sampleId: subjectOf(event, 'sample'), sha256, uploadedAt: event.at });
    }),
    on(reportFiled, async (tx, event) => {
      const { laboratory, number, issuedOn, fileSha256, items, filer, filedLate } = event.contents.public;
      const { warehouseId, merchantId, laboratoryId, sealNo, mass } = event.contents.party;
      const sampleId = subjectOf(event, 'sample');
      await tx.insert(LabReport, {
        id: subjectOf(event, 'report'),
        unitId: subjectOf(event, 'unit'),
        inspectionId: subjectOf(event, 'inspection'),
        ...{ sampleId, warehouseId, merchantId, laboratoryId, number, issuedOn, fileSha256, sealNo },
        laboratoryName: laboratory.name,
        laboratoryCma: laboratory.cma,
        numberKey: numberKey(number),
        massValue: mass.value,
        massUnit: mass.unit,
        items: JSON.stringify(items),
        filedLate: filedLate ? canonicalJson(filedLate as unknown as Json) : null,
        state: 'filed',
        filerNumber: filer,
        filedAt: event.at,
        ...{ withdrawerNumber: null, withdrawReason: null, withdrawnAt: null },
      });
      await tx.update(LabSample, { id: sampleId }, { state: 'reported' });
    }),
    on(reportWithdrawn, async (tx, event) => {
      const id = subjectOf(event, 'report');
      const sampleId = subjectOf(event, 'sample');
      const withdrawn = { state: 'withdrawn', withdrawnAt: event.at } as const;
      const why = { withdrawerNumber: event.contents.public.by, withdrawReason: event.contents.party.reason };
      await tx.update(LabReport, { id }, { ...withdrawn, ...why });
      const standing = await tx.findOne(LabReport, { sampleId, state: 'filed' });
      if (!standing) await tx.update(LabSample, { id: sampleId }, { state: 'sent' });
    }),
    on(massToleranceSet, async (tx, event) => {
      const { warehouseId, percent = null, source, by } = event.contents.party;
      await tx.delete(SampleRule, { warehouseId });
      await tx.insert(SampleRule, { warehouseId, massPercent: percent, source, by, setAt: event.at });
    }),
  ],
};
