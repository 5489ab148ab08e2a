import { type Instant } from '../../kernel/instant.js';
import { invariant } from '../../kernel/invariant.js';
import { isQuantity, type Quantity } from '../../kernel/quantity-shape.js';
import type { CertificateContent, CertificateResult } from '../certificates/index.js';
import { publicReason, timelineOf } from './timeline.rules.js';
import { type ChainEntry, lastOf, objectIn, openHold, packingNow, textIn } from './unit-chain.rules.js';
import type {
  CertificateState,
  VerifyCertificate,
  VerifyCode,
  VerifyContact,
  VerifyReading,
  VerifyStop,
  VerifyUnit,
  VerifyView,
} from './verification.view.js';

/** What was loaded about a code; the rest of the page is a reading of the unit's chain. */
export interface CodeFacts {
  readonly code: VerifyCode;
  /** The label copy that an item code stands on. */
  readonly labelId?: string;
  readonly certificateId: string;
  readonly content: CertificateContent;
  /** The certificate that replaced this one. */
  readonly successor?: { readonly number: string; readonly code: string };
  readonly chain: readonly ChainEntry[];
  readonly log: { readonly origin: string; readonly size: number; readonly at: Instant };
  readonly contact?: VerifyContact;
}

/** Everything that the page shows, from the certificate's content and the entries about its unit. */
export function verifyView(facts: CodeFacts): VerifyView {
  const { code, content, chain, contact } = facts;
  const path = pathOf(code.text);
  const packed = packingNow(chain);
  const sealNumber = textIn(packed?.says ?? {}, 'sealNo');
  const mass = packedMass(packed);
  const hold = holdOf(chain);
  return {
    path,
    code,
    certificate: certificateOf(facts, path),
    unit: unitOf(content, path),
    verdict: content.verdict,
    readings: content.results.map(readingOf),
    notTested: content.notTested.map(({ name, why }) => ({ name, why })),
    notCovered: content.notCovered,
    ...confirmedOf(content),
    timeline: timelineOf(chain),
    zone: content.zone,
    warehouse: content.warehouse,
    merchant: content.merchant,
    laboratories: content.laboratories,
    ...(sealNumber === undefined ? {} : { sealNumber }),
    ...(mass ? { packedMass: mass } : {}),
    ...repackedFrom(facts),
    ...(content.overrides ? { overrides: content.overrides } : {}),
    inspector: content.inspector,
    reviewer: content.reviewer,
    ...(hold ? { hold } : {}),
    log: logOf(facts, path),
    ...(contact ? { contact } : {}),
    isSample: content.isSample,
  };
}

function logOf({ chain, log }: CodeFacts, path: string): VerifyView['log'] {
  return {
    origin: log.origin,
    entries: chain.length,
    checkpointSize: log.size,
    checkpointAt: log.at,
    proofUrl: `${path}?format=json`,
    bundleUrl: `${path}/bundle`,
  };
}

/** The entry that made a lot by repacking: its subjects are the sources first, then what came of them. */
export function madeBy(chain: readonly ChainEntry[], unitId: string): ChainEntry | undefined {
  return chain.find(({ kind, subjects, says }) => {
    const units = subjects.filter(({ type }) => type === 'unit');
    return kind === 'units.lots-repacked' && units.findIndex(({ id }) => id === unitId) >= Number(says['sources']);
  });
}

function repackedFrom({ chain, content }: CodeFacts): Pick<VerifyView, 'repackedFrom'> {
  const made = madeBy(chain, content.unit.id);
  const { lotNos, sources } = made?.says ?? {};
  if (!made || !Array.isArray(lotNos) || typeof sources !== 'number') return {};
  return { repackedFrom: { lotNos: lotNos.map(String), sources, at: made.at } };
}

function confirmedOf({ confirmed }: CertificateContent): Pick<VerifyView, 'confirmed'> {
  if (!confirmed) return {};
  return { confirmed: confirmed.map(({ text, note, reviewer }) => ({ text, note, reviewer })) };
}

function readingOf(result: CertificateResult): VerifyReading {
  const { name, value, valueEn, unit, limit, standard, report, sample, verdict } = result;
  return {
    name,
    value,
    ...(valueEn ? { valueEn } : {}),
    unit,
    limit,
    standard,
    ...(report ? { report } : {}),
    ...(sample ? { sample } : {}),
    verdict,
  };
}

/** The entry by which the certificate is in the state that it is in now; undefined while it is as issued. */
export function stateEntry({ chain, certificateId }: CodeFacts): ChainEntry | undefined {
  return lastOf(chain, 'certificates.state-changed', certificateId);
}

const STATES: readonly CertificateState[] = ['valid', 'suspended', 'revoked', 'superseded'];

function stateOf(facts: CodeFacts): CertificateState {
  const changed = stateEntry(facts)?.says['state'] ?? 'valid';
  const state = STATES.find((known) => known === changed);
  invariant(state, 'a certificate is in a state that is known');
  return state;
}

/** The mass with its pack, as weighed when it was sealed. */
function packedMass(packed: ChainEntry | undefined): Quantity | undefined {
  const mass = packed?.says['mass'];
  return isQuantity(mass) ? mass : undefined;
}

function pathOf(code: string): string {
  return `/v/${code}`;
}

function certificateOf(facts: CodeFacts, path: string): VerifyCertificate {
  const { content, successor, chain, certificateId } = facts;
  const state = stateOf(facts);
  const changed = state === 'valid' ? undefined : stateEntry(facts);
  const reason = changed && publicReason(objectIn(changed.says, 'reason'));
  const isRendered = lastOf(chain, 'certificates.rendered', certificateId) !== undefined;
  return {
    number: content.number,
    state,
    issuedAt: content.issuedAt,
    ...(changed ? { since: changed.at } : {}),
    ...(reason ? { reason } : {}),
    ...(successor ? { supersededBy: { number: successor.number, url: pathOf(successor.code) } } : {}),
    ...(isRendered ? { pdfUrl: `${path}/certificate.pdf` } : {}),
  };
}

function unitOf({ unit, photos }: CertificateContent, path: string): VerifyUnit {
  const [photo] = photos;
  return {
    kind: unit.kind,
    name: unit.name,
    category: unit.category.name,
    quantity: unit.quantity,
    attributes: unit.attributes.map(({ name, value, valueEn }) => ({ name, value, ...(valueEn ? { valueEn } : {}) })),
    ...ownMassOf(unit),
    ...(photo === undefined ? {} : { photoUrl: `${path}/photos/${photo}` }),
  };
}

/** Categories call it `totalMass`; the certificate prints what was measured in place of what was declared. */
function ownMassOf({ kind, attributes }: CertificateContent['unit']): { ownMass?: string } {
  const mass = kind === 'piece' ? attributes.find(({ code }) => code === 'totalMass') : undefined;
  return mass ? { ownMass: mass.value } : {};
}

function holdOf(chain: readonly ChainEntry[]): VerifyStop | undefined {
  const held = openHold(chain);
  return held && { since: held.at };
}
