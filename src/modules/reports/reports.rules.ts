import type { Actor } from '../../kernel/actor.js';
import { type Day, isDay } from '../../kernel/instant.js';
import { formatQuantity, type Quantity } from '../../kernel/quantity.js';
import { normalizeText, printedKey } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { PlanItem } from '../catalog/index.js';
import { type FiledReport, inspection as inspectionSubject } from '../inspection/index.js';
import type { Party } from '../parties/index.js';
import { unit as unitSubject } from '../units/index.js';
import { isMass, massFits } from './mass.rules.js';
import type { UploadedReportView } from './reports.dto.js';
import type { LabReport, LabSample } from './reports.entity.js';
import * as events from './reports.events.js';
import { refuse } from './reports.refusals.js';
import { namedLaboratory, requireAccredited, requireOnce, sealOf } from './samples.rules.js';

/** What a report is held against. */
export interface FilingGrounds {
  readonly sample: LabSample;
  /** The inspection that takes the results. */
  readonly inspectionId: string;
  readonly laboratory: Party;
  /** Items that were asked for, of the inspection's plan. */
  readonly items: readonly PlanItem[];
  /** The day on which the sample was sent, and today, in the warehouse's zone. */
  readonly sentOn: Day;
  readonly today: Day;
  /** The warehouse's own tolerance of masses, in percent; null where it has set none. */
  readonly massPercent: string | null;
  /** Whether the file was uploaded for this very sample. */
  readonly isUploaded: boolean;
  /** Reports with this number of the laboratory, or of one with its CMA number, and of anybody with this file, withdrawn ones too. */
  readonly sameNumber: readonly LabReport[];
  readonly sameFile: readonly LabReport[];
}

export interface ReportWish {
  readonly number: string;
  readonly fileSha256: string;
  readonly issuedOn: Day;
  readonly sealNo: string;
  readonly mass: Quantity;
  /** Codes of the items that it has results of. */
  readonly items: readonly string[];
  /** What a person said who laid the report's photograph beside the unit's. */
  readonly photoFits: boolean;
}

/** The file of a report comes in before the report is filed. The same file again changes nothing. */
export function uploadReport(
  { accountId }: Actor,
  sample: LabSample,
  { sha256, type, bytes }: UploadedReportView,
  isUploaded: boolean,
): LedgerEvent[] {
  if (sample.state === 'cancelled') throw refuse.sampleCancelled();
  if (isUploaded) return [];
  const party = { sha256, mediaType: type, bytes, accountId };
  return [events.reportFileUploaded([events.sample(sample.id)], { party })];
}

/**
 * A report counts when it can only be about this sample: within scope and accreditation, dated since it was sent, under
 * a number and in a file that no other unit has, and with the photograph, the seal and the mass that were sent.
 */
export function fileReport(actor: Actor, id: string, grounds: FilingGrounds, wish: ReportWish): LedgerEvent[] {
  const { sample, laboratory } = grounds;
  if (sample.state === 'cancelled') throw refuse.sampleCancelled();
  requireAsked(grounds, wish);
  requireDated(grounds, wish.issuedOn);
  requireAccredited(laboratory, itemsOf(grounds, wish), wish.issuedOn);
  requireOwn(grounds, wish);
  requireSame(grounds, wish);
  const { warehouseId, merchantId, laboratoryId } = sample;
  return [
    events.reportFiled([events.report(id), ...subjectsOf(sample, grounds.inspectionId)], {
      public: {
        laboratory: namedLaboratory(laboratory),
        number: normalizeText(wish.number),
        issuedOn: wish.issuedOn,
        fileSha256: wish.fileSha256,
        items: wish.items,
        filer: actor.number,
        ...lateness(grounds),
      },
      party: {
        ...{ warehouseId, merchantId, laboratoryId, accountId: actor.accountId },
        ...{ sealNo: sealOf(wish.sealNo), mass: wish.mass },
      },
    }),
  ];
}

/** The laboratory takes its report back, or a reviewer does. The reason is for the parties. */
export function withdrawReport(actor: Actor, report: LabReport, sample: LabSample, reason: string): LedgerEvent[] {
  if (report.state === 'withdrawn') throw refuse.alreadyWithdrawn();
  const laboratory = { name: report.laboratoryName, cma: report.laboratoryCma };
  return [
    events.reportWithdrawn([events.report(report.id), ...subjectsOf(sample, report.inspectionId)], {
      public: { laboratory, number: report.number, by: actor.number },
      party: { reason: normalizeText(reason), accountId: actor.accountId },
    }),
  ];
}

/** A report as its readings name it. */
export function filedReport(id: string, grounds: FilingGrounds, number: string): FiledReport {
  const { laboratory } = grounds;
  const { name, cma } = namedLaboratory(laboratory);
  const printed = { laboratory: name, cma, number: normalizeText(number), ...lateness(grounds) };
  return { id, laboratoryId: laboratory.id, ...printed };
}

/** The number as it is compared: nobody gets a second one by a space, another dash or what cannot be seen. */
export function numberKey(number: string): string {
  return printedKey(number);
}

/** What is dated within the accreditation counts whenever it is filed; that it came after its end is said. */
function lateness({ laboratory: { cmaValidUntil }, today }: FilingGrounds): Pick<FiledReport, 'filedLate'> {
  if (cmaValidUntil === null || !isDay(cmaValidUntil) || today <= cmaValidUntil) return {};
  return { filedLate: { filedOn: today, accreditedUntil: cmaValidUntil } };
}

function requireAsked({ items }: FilingGrounds, wish: ReportWish): void {
  requireOnce(wish.items);
  const other = wish.items.find((code) => !items.some((item) => item.code === code));
  if (other !== undefined) throw refuse.itemNotAsked({ item: other });
}

function requireDated({ sentOn, today }: FilingGrounds, day: Day): void {
  if (day > today) throw refuse.issuedInFuture({ day });
  if (day < sentOn) throw refuse.issuedBeforeSent({ day, sent: sentOn });
}

/** 套证: no unit lives on another one's report, not even on one that was withdrawn. */
function requireOwn({ sample, isUploaded, sameNumber, sameFile }: FilingGrounds, { number }: ReportWish): void {
  const isOther = ({ unitId }: LabReport): boolean => unitId !== sample.unitId;
  if (sameFile.some(isOther)) throw refuse.fileUsed();
  if (!isUploaded) throw refuse.fileMissing();
  if (sameNumber.some(isOther)) throw refuse.numberUsed({ number });
  if ([...sameFile, ...sameNumber].some(({ state }) => state === 'filed')) throw refuse.alreadyFiled({ number });
}

/** The refusals do not tell what was sent: whoever files reads it off the report. */
function requireSame({ sample, massPercent }: FilingGrounds, { photoFits, sealNo, mass }: ReportWish): void {
  if (!photoFits) throw refuse.photoDiffers();
  if (sealOf(sealNo) !== sample.sealNo) throw refuse.sealDiffers({ sealNo });
  if (!isMass(mass)) throw refuse.massMalformed();
  const sent = { value: sample.massValue, unit: sample.massUnit };
  if (massFits(sent, mass, massPercent)) return;
  const read = formatQuantity(mass);
  throw massPercent === null
    ? refuse.massDiffers({ mass: read })
    : refuse.massOutside({ mass: read, percent: massPercent });
}

function itemsOf({ items }: FilingGrounds, wish: ReportWish): readonly PlanItem[] {
  return items.filter(({ code }) => wish.items.includes(code));
}

function subjectsOf({ id, unitId }: LabSample, inspectionId: string) {
  return [events.sample(id), inspectionSubject(inspectionId), unitSubject(unitId)];
}
