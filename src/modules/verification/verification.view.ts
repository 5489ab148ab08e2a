import type { Instant } from '../../kernel/instant.js';
import type { Text } from '../../kernel/language.js';
import type { Quantity } from '../../kernel/quantity.js';
import type { CertificateOverride, CertificateReport, CertificateSample } from '../certificates/index.js';

/** Everything that the page behind a code shows. It knows no language and no reader: only public facts stand here. */
export interface VerifyView {
  /** Address of this page without a query, such as `/v/7K3M…`. */
  readonly path: string;
  readonly code: VerifyCode;
  readonly certificate: VerifyCertificate;
  readonly unit: VerifyUnit;
  /** Over the plan that the certificate was issued on. */
  readonly verdict: Verdict;
  readonly readings: readonly VerifyReading[];
  readonly notTested: readonly VerifyNotTested[];
  readonly notCovered: readonly Text[];
  /** Checks of the texts that no machine can make: what a reviewer saw. */
  readonly confirmed?: readonly VerifyConfirmed[];
  /** From intake to shipment, oldest first. */
  readonly timeline: readonly VerifyStep[];
  /** IANA zone of the warehouse; every time on the page is shown in it. */
  readonly zone: string;
  readonly warehouse: VerifyParty;
  readonly merchant?: VerifyParty;
  readonly laboratories: readonly VerifyLaboratory[];
  /** Of the pack that this copy is stuck on, or of the piece; the same number is printed on the seal itself. */
  readonly sealNumber?: string;
  /** With its pack, as weighed when it was sealed: what a buyer can weigh before opening it. */
  readonly packedMass?: Quantity;
  /** Lots that these goods were repacked from, here in the warehouse. */
  readonly repackedFrom?: VerifyRepacking;
  /** Instruments out of calibration whose readings two people let count. */
  readonly overrides?: readonly CertificateOverride[];
  /** Numbers, never names. */
  readonly inspector: string;
  readonly reviewer: string;
  readonly hold?: VerifyStop;
  readonly recall?: VerifyStop & { readonly noticeUrl?: string };
  readonly log: VerifyLog;
  readonly contact?: VerifyContact;
  /** True for demonstration goods: the page says so before anything else. */
  readonly isSample: boolean;
}

export type Verdict = 'pass' | 'fail' | 'undecided';

/** A show code is seen by a whole live room; an item code stands on one label copy, so its scans are counted. */
export type VerifyCode =
  | { readonly class: 'show'; readonly text: string; readonly short?: string }
  | {
      readonly class: 'item';
      readonly text: string;
      readonly short?: string;
      readonly label: VerifyLabel;
      readonly scans: VerifyScans;
    };

export interface VerifyLabel {
  /** Which printed copy this code stands on: 1, 2, 3 … */
  readonly copy: number;
  readonly isVoided: boolean;
}

export interface VerifyScans {
  /** With this scan. */
  readonly count: number;
  readonly first: Instant;
}

export type CertificateState = 'valid' | 'suspended' | 'revoked' | 'superseded';

export interface VerifyCertificate {
  readonly number: string;
  readonly state: CertificateState;
  readonly issuedAt: Instant;
  /** Since when the state is no longer `valid`, and why, in words for the public. */
  readonly since?: Instant;
  readonly reason?: Text;
  readonly supersededBy?: { readonly number: string; readonly url: string };
  readonly pdfUrl?: string;
}

export interface VerifyUnit {
  readonly kind: 'piece' | 'lot';
  readonly name: string;
  readonly category: Text;
  /** Mass or count as weighed or counted in the warehouse. */
  readonly quantity: Quantity;
  readonly attributes: readonly { readonly name: Text; readonly value: string; readonly valueEn?: string }[];
  /** What the piece itself weighs, as measured; a reading that a buyer can repeat at home. */
  readonly ownMass?: string;
  readonly photoUrl?: string;
}

export interface VerifyReading {
  readonly name: Text;
  /** As recorded: `1.548`, `未检出`; several values are joined by `; `. */
  readonly value: string;
  /** In English where it has other words there. */
  readonly valueEn?: string;
  /** Symbol of the unit as printed, empty when there is none. */
  readonly unit: string;
  readonly limit: Text;
  /** Standard with its edition, such as `GB 2762-2025`; empty when the limit is the warehouse's own. */
  readonly standard: string;
  /** Of an outside laboratory; left out for what the warehouse measured itself. */
  readonly report?: CertificateReport;
  /** Of a lot that was sampled. */
  readonly sample?: CertificateSample;
  readonly verdict: Verdict;
}

export interface VerifyConfirmed {
  readonly text: Text;
  readonly note: string;
  readonly reviewer: string;
}

export interface VerifyRepacking {
  /** As the sources had them; none for a source without a number. */
  readonly lotNos: readonly string[];
  readonly sources: number;
  readonly at: Instant;
}

export interface VerifyNotTested {
  readonly name: Text;
  readonly why: 'outside-plan' | 'not-applicable';
}

export interface VerifyStep {
  readonly at: Instant;
  /** What happened, in the shop's words: `收货登记`, `检测`, `复核签发` … */
  readonly station: Text;
  /** A public fact about the step, such as the carrier. */
  readonly note?: Text;
  /** Index of the log entry that recorded it. */
  readonly entry: number;
}

export interface VerifyParty {
  readonly name: string;
  readonly nameEn?: string;
  /** Unified social credit code. */
  readonly uscc: string;
  readonly address?: string;
}

export interface VerifyLaboratory {
  readonly name: string;
  readonly cma: string;
}

export interface VerifyStop {
  readonly since: Instant;
  readonly reason?: Text;
}

export interface VerifyLog {
  readonly origin: string;
  /** How many entries of the log are about this unit. */
  readonly entries: number;
  /** Size and time of the signed checkpoint that the proofs of this page refer to. */
  readonly checkpointSize: number;
  readonly checkpointAt: Instant;
  /** The same facts as data with their proofs. */
  readonly proofUrl: string;
  /** The file that verifies itself without a network. */
  readonly bundleUrl: string;
}

export interface VerifyContact {
  readonly phone?: string;
  readonly url?: string;
}

/** The page for a code that is not in the register. It is said to be unknown, never to be a forgery. */
export interface VerifyUnknownView {
  /** What was scanned or typed. */
  readonly typed: string;
  /** `mistyped`: the check character does not fit; `incomplete`: no code has this length. */
  readonly why: 'unknown' | 'mistyped' | 'incomplete';
  readonly contact?: VerifyContact;
}

/** The page where a code is typed by hand. */
export interface VerifyLookupView {
  readonly contact?: VerifyContact;
}

/** The one thing that the page says first. */
export type VerifyAnswer = 'valid' | 'recalled' | 'voided-label' | 'revoked' | 'suspended' | 'on-hold' | 'superseded';

/** The gravest fact wins: what may hurt people, then what denies the label or the certificate, then what is open. */
export function verifyAnswer(view: VerifyView): VerifyAnswer {
  if (view.recall) return 'recalled';
  if (view.code.class === 'item' && view.code.label.isVoided) return 'voided-label';
  if (view.certificate.state === 'revoked') return 'revoked';
  if (view.certificate.state === 'suspended') return 'suspended';
  if (view.hold) return 'on-hold';
  return view.certificate.state;
}
