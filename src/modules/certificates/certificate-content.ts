import type { Day, Instant } from '../../kernel/instant.js';
import type { Text } from '../../kernel/language.js';
import type { Quantity } from '../../kernel/quantity.js';

/**
 * What a certificate says, fixed when it is issued and committed to in the log as canonical JSON.
 * Nothing that is unknown at that moment stands here: scans, later states, seal and cold chain live on the page.
 */
export interface CertificateContent {
  readonly format: 'yanzhen-certificate/1';
  /** `YZ-` and ten characters of Crockford base 32, the last a check character; people read it as `YZ-XXXXX-XXXXX`. */
  readonly number: string;
  /** The show code: 26 characters of Crockford base 32 (130 random bits). */
  readonly code: string;
  readonly verifyUrl: string;
  readonly issuedAt: Instant;
  /** The day of issue and the minute in the warehouse's zone, as printed. */
  readonly issuedOn: Day;
  readonly zone: string;
  readonly logOrigin: string;
  readonly warehouse: CertificateParty;
  readonly merchant: CertificateParty;
  /** Those of whom a result stands below. */
  readonly laboratories: readonly CertificateLaboratory[];
  readonly unit: CertificateUnit;
  /** SHA-256 (hex) of the photographs, the first is the one on the page. */
  readonly photos: readonly string[];
  readonly verdict: 'pass';
  readonly results: readonly CertificateResult[];
  readonly notTested: readonly NotTested[];
  readonly notCovered: readonly Text[];
  /** What no machine could check of the texts, and a reviewer looked at; left out when there was nothing. */
  readonly confirmed?: readonly ConfirmedText[];
  /** Numbers, never names: the names are personal data. */
  readonly inspector: string;
  readonly reviewer: string;
  readonly plan: { readonly version: number; readonly categoryHash: string };
  /** Instruments that were out of calibration and that two people let through; left out when there were none. */
  readonly overrides?: readonly CertificateOverride[];
  readonly isSample: boolean;
}

export interface ConfirmedText {
  /** Id of the category's rule. */
  readonly rule: string;
  readonly text: Text;
  /** What the reviewer saw. */
  readonly note: string;
  /** Number, never a name. */
  readonly reviewer: string;
}

export interface CertificateOverride {
  /** Name and code, as with the results. */
  readonly instrument: string;
  readonly state: 'expired' | 'none' | 'failed';
  /** The last day of the calibration that counted. */
  readonly until?: Day;
  readonly reason: { readonly zh: string; readonly en?: string };
  /** Numbers of the two people. */
  readonly requester: string;
  readonly approver: string;
}

export interface CertificateParty {
  readonly name: string;
  readonly nameEn?: string;
  /** Unified social credit code (GB 32100-2015). */
  readonly uscc: string;
  readonly address?: string;
}

export interface CertificateLaboratory {
  readonly name: string;
  readonly cma: string;
}

export interface CertificateUnit {
  readonly id: string;
  readonly kind: 'piece' | 'lot';
  readonly name: string;
  readonly category: { readonly id: string; readonly name: Text };
  readonly quantity: Quantity;
  readonly attributes: readonly {
    readonly code: string;
    readonly name: Text;
    readonly value: string;
    /** In English where the category has an English word for it. */
    readonly valueEn?: string;
  }[];
}

export interface CertificateResult {
  readonly code: string;
  readonly name: Text;
  /** The reading as recorded: `1.548`, `0.06`, `是`; several values are joined by `; `. */
  readonly value: string;
  /** In English where there is an English word for it; figures and what inspectors wrote have none. */
  readonly valueEn?: string;
  /** Symbol of the unit as printed, empty when there is none. */
  readonly unit: string;
  readonly limit: Text;
  /** Standard with its edition, such as `GB 2762-2025`; empty when the limit is the warehouse's own. */
  readonly standard: string;
  readonly method: string;
  readonly instrument: string;
  /** Of an outside laboratory; left out for what the warehouse measured itself. */
  readonly report?: CertificateReport;
  /** Of a lot that was sampled by GB/T 2828.1; left out for everything else, and in older certificates. */
  readonly sample?: CertificateSample;
  readonly verdict: 'pass';
}

export interface CertificateSample {
  readonly lotSize: number;
  /** How many had to be looked at, and how many were. */
  readonly n: number;
  readonly sampled: number;
  readonly grades: readonly CertificateSampleGrade[];
}

/** Accepted up to `Ac`, not accepted from `Re` on. */
export interface CertificateSampleGrade {
  readonly grade: 'CR' | 'MA' | 'MI';
  readonly name: Text;
  /** Left out where the item itself says how many may be. */
  readonly aql?: string;
  readonly Ac: number;
  readonly Re: number;
  readonly found: number;
}

export interface CertificateReport {
  readonly laboratory: string;
  readonly cma: string;
  readonly number: string;
  /** Left out unless it was filed after the accreditation, within which it is dated, had ended. */
  readonly filedLate?: { readonly filedOn: string; readonly accreditedUntil: string };
}

export interface NotTested {
  readonly code: string;
  readonly name: Text;
  /** Outside the warehouse's plan, or left out because its condition does not hold for this unit. */
  readonly why: 'outside-plan' | 'not-applicable';
}
