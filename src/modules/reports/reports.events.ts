import type { Day } from '../../kernel/instant.js';
import type { Text } from '../../kernel/language.js';
import type { Quantity } from '../../kernel/quantity.js';
import { eventKind, subjectType } from '../../ledger/index.js';
import type { LateFiling } from '../inspection/index.js';

export const sample = subjectType('sample');
export const report = subjectType('report');
/** Its id is that of the warehouse: each has one rule. */
export const sampleRule = subjectType('sample-rule');

/** Name and 资质认定 (CMA) number as they were at that moment. */
export interface NamedLaboratory {
  readonly name: string;
  readonly cma: string;
}

export interface AskedItem {
  readonly code: string;
  readonly name: Text;
}

/** Whose a sample and its reports are. */
export interface SampleParties {
  readonly warehouseId: string;
  readonly merchantId: string;
  readonly laboratoryId: string;
}

/** A sealed sample goes to a laboratory: 送检委托. */
export const sampleSent = eventKind<{
  public: { laboratory: NamedLaboratory; items: readonly AskedItem[]; sender: string };
  party: SampleParties & {
    unitName: string;
    /** Not public: the laboratory reads it off the sample, and nobody can do so from the log. */
    sealNo: string;
    /** Of the sample, or of the piece itself. */
    mass: Quantity;
    /** SHA-256 of photographs of the unit, by which the laboratory can tell it. */
    photos: readonly string[];
    accountId: string;
  };
}>('reports.sample-sent');

export const sampleCancelled = eventKind<{ party: { reason: string; accountId: string } }>('reports.sample-cancelled');

/** The file of a report came in for a sample; what names it afterwards is held against this. */
export const reportFileUploaded = eventKind<{
  party: { sha256: string; mediaType: string; bytes: number; accountId: string };
}>('reports.report-file-uploaded');

/** Its results stand beside it as readings of the inspection. */
export const reportFiled = eventKind<{
  public: {
    laboratory: NamedLaboratory;
    number: string;
    issuedOn: Day;
    fileSha256: string;
    items: readonly string[];
    filer: string;
    /** Left out unless the accreditation had ended before. */
    filedLate?: LateFiling;
  };
  party: SampleParties & { sealNo: string; mass: Quantity; accountId: string };
}>('reports.report-filed');

export const reportWithdrawn = eventKind<{
  public: { laboratory: NamedLaboratory; number: string; by: string };
  party: { reason: string; accountId: string };
}>('reports.report-withdrawn');

/** By how much the mass in a report may differ; without a figure, not beyond how exactly the masses are written. */
export const massToleranceSet = eventKind<{
  party: {
    warehouseId: string;
    /** Of the mass that was sent, in percent. */
    percent?: string;
    /** The warehouse's own rule that says so. */
    source: string;
    /** Number of the person who answers for it. */
    by: string;
    accountId: string;
  };
}>('reports.mass-tolerance-set');
