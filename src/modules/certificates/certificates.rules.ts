import type { Actor } from '../../kernel/actor.js';
import type { Refusal } from '../../kernel/refusal.js';
import { isLocalAddress } from '../../kernel/verify-url.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { SignedInspection } from '../inspection/index.js';
import type { LabSample } from '../reports/index.js';
import { requireFree, requireStage, type Stage, unit as unitSubject, type Unit } from '../units/index.js';
import type { CertificateContent } from './certificate-content.js';
import { printedNumber } from '../../kernel/certificate-number.js';
import type { Certificate } from './certificates.entity.js';
import * as events from './certificates.events.js';
import type { CertificateState, PublicReason } from './certificates.events.js';
import { refuse } from './certificates.refusals.js';

/** A certificate may be issued from the review on, also when the goods have left: then it replaces an earlier one. */
const ISSUED_AT: readonly Stage[] = ['passed', 'packed', 'labelled', 'shipped'];

/** From which state each is reached. Revoked and superseded are final. */
const REACHED_FROM: Readonly<Record<Exclude<CertificateState, 'superseded'>, readonly CertificateState[]>> = {
  suspended: ['valid'],
  valid: ['suspended'],
  revoked: ['valid', 'suspended'],
};

/** The inspection to certify: signed, passed, photographed, of a unit that nothing stops, and not the issuer's own. */
export function requireGrounds(actor: Actor, unit: Unit, signed: SignedInspection | undefined): SignedInspection {
  requireFree(unit);
  requireStage(unit, ISSUED_AT);
  if (!signed || unit.inspectionGateAt === null) throw refuse.notInspected();
  if (signed.photos.length === 0) throw refuse.noPhoto();
  if (signed.inspectorAccountIds.includes(actor.accountId)) throw refuse.samePerson();
  return signed;
}

/** No certificate from readings that are in doubt by now; `doubtful` are the codes of their instruments. */
export function requireTrustedInstruments(doubtful: readonly string[]): void {
  if (doubtful.length > 0) throw refuse.instrumentDoubtful({ instruments: doubtful.join('、') });
}

/** No certificate from what a laboratory has taken back. */
export function requireStandingReports({ readings }: Pick<SignedInspection, 'readings'>): void {
  const reports = withdrawnReports(readings);
  if (reports !== '') throw refuse.reportWithdrawn({ reports });
}

/** No certificate while a laboratory still looks: being quicker than its report is no way around it. */
export function requireSamplesBack(samples: readonly Pick<LabSample, 'laboratoryName' | 'sealNo'>[]): void {
  const [out] = samples;
  if (out) throw refuse.sampleOut({ laboratory: out.laboratoryName, sealNo: out.sealNo });
}

/** Why a certificate that was issued gives leave for nothing more; undefined while all its reports stand. */
export function withdrawnGrounds(readings: SignedInspection['readings']): Refusal | undefined {
  const reports = withdrawnReports(readings);
  return reports === '' ? undefined : refuse.restsOnWithdrawn({ reports });
}

/** The address that codes lead to. A real certificate never leads to this machine's own: it is printed for good. */
export function requirePublicUrl(publicUrl: string | undefined, isSample: boolean): string {
  if (publicUrl === undefined) throw refuse.publicUrlMissing();
  if (isLocalAddress(publicUrl) && !isSample) throw refuse.publicUrlLocal({ publicUrl });
  return publicUrl;
}

/** Everything that issuing decides over. */
export interface IssueOrder {
  readonly id: string;
  readonly content: CertificateContent;
  readonly unit: Unit;
  readonly inspectionId: string;
  /** Who issues. */
  readonly accountId: string;
  /** The unit's certificate that is valid or suspended. */
  readonly live: Certificate | undefined;
  readonly supersedes: string | undefined;
}

/** A unit has one certificate that counts: a second one is issued only in place of the first. */
export function issueCertificate(order: IssueOrder): LedgerEvent[] {
  const { id, content, unit, inspectionId, accountId, live, supersedes } = order;
  if (supersedes !== undefined && supersedes !== live?.id) throw refuse.nothingToSupersede();
  if (live && supersedes === undefined) throw refuse.alreadyIssued({ number: printedNumber(live.number) });
  const { warehouseId, merchantId } = unit;
  const issued = events.certificateIssued([events.certificate(id), unitSubject(unit.id)], {
    public: content,
    party: { warehouseId, merchantId, inspectionId, accountId, ...(supersedes ? { supersedes } : {}) },
  });
  // The old one first: at no moment do two of one unit count.
  return live ? [supersede(live, { id, number: content.number }, accountId), issued] : [issued];
}

/** Suspends, reinstates or revokes, with a reason for everybody. */
export function changeState(
  certificate: Certificate,
  state: Exclude<CertificateState, 'superseded'>,
  { reason, accountId }: { readonly reason: PublicReason; readonly accountId: string },
): LedgerEvent[] {
  requireReason(reason);
  const needed = REACHED_FROM[state];
  if (!needed.some((from) => from === certificate.state)) {
    throw refuse.wrongState({ state: certificate.state, needed: needed.join(', ') });
  }
  return [events.certificateStateChanged(subjectsOf(certificate), { public: { state, reason }, party: { accountId } })];
}

/** By whom, why and for which calibration a whole list changes. */
export interface ListChange {
  readonly reason: PublicReason;
  readonly accountId: string;
  readonly calibrationId: string;
}

/** What is decided over a list: the events, and those that stay as they are. */
export interface ListDecision {
  readonly events: LedgerEvent[];
  readonly others: readonly Certificate[];
}

/** Suspends what is valid; what is suspended, revoked or superseded already stays so. */
export function suspendForCalibration(certificates: readonly Certificate[], change: ListChange): ListDecision {
  const { accountId, calibrationId } = change;
  const reason = requireReason(change.reason);
  const isValid = ({ state }: Certificate): boolean => state === 'valid';
  const suspended = (certificate: Certificate): LedgerEvent =>
    events.certificateStateChanged(subjectsOf(certificate), {
      public: { state: 'suspended', reason },
      party: { accountId, calibrationId },
    });
  return decided(certificates, isValid, suspended);
}

/**
 * Reinstates what was suspended for this calibration, and nothing that was suspended for another reason or that has
 * lost its grounds since (`against`, by id): a calibration that is cleared up does not bring those back.
 */
export function reinstateAfterCalibration(
  certificates: readonly Certificate[],
  change: ListChange & { readonly against: ReadonlySet<string> },
): ListDecision {
  const { accountId, calibrationId, against } = change;
  const reason = requireReason(change.reason);
  const isOwn = ({ id, state, suspendedFor }: Certificate): boolean =>
    state === 'suspended' && suspendedFor === calibrationId && !against.has(id);
  const reinstated = (certificate: Certificate): LedgerEvent =>
    events.certificateStateChanged(subjectsOf(certificate), {
      public: { state: 'valid', reason },
      party: { accountId },
    });
  return decided(certificates, isOwn, reinstated);
}

/** The file of a certificate is recorded once; a second attempt, by whichever process, records nothing. */
export function recordFile(certificate: Certificate, file: { sha256: string; bytes: number }): LedgerEvent[] {
  if (certificate.pdfSha256 !== null) return [];
  return [events.certificateRendered(subjectsOf(certificate), { public: file })];
}

function decided(
  certificates: readonly Certificate[],
  isChanged: (certificate: Certificate) => boolean,
  event: (certificate: Certificate) => LedgerEvent,
): ListDecision {
  return {
    events: certificates.filter(isChanged).map(event),
    others: certificates.filter((certificate) => !isChanged(certificate)),
  };
}

function withdrawnReports(readings: SignedInspection['readings']): string {
  const withdrawn = readings.flatMap(({ report }) => (report?.isWithdrawn ? [report.number] : []));
  return [...new Set(withdrawn)].join('、');
}

function requireReason(reason: PublicReason): PublicReason {
  if (reason.zh.trim() === '' || reason.en?.trim() === '') throw refuse.emptyReason();
  return reason;
}

function supersede(old: Certificate, by: { id: string; number: string }, accountId: string): LedgerEvent {
  const changed = { state: 'superseded', supersededBy: by } as const;
  return events.certificateStateChanged(subjectsOf(old), { public: changed, party: { accountId } });
}

function subjectsOf({
  id,
  unitId,
}: Certificate): [ReturnType<typeof events.certificate>, ReturnType<typeof unitSubject>] {
  return [events.certificate(id), unitSubject(unitId)];
}
