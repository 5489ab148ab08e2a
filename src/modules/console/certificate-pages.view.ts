import type { Language } from '../../kernel/language.js';
import { groupedCode } from '../../kernel/verify-url.js';
import { type Certificate, contentOf } from '../certificates/index.js';

/** A number in halves that can be read out: `YZ-7K3QX-9M2D0`. */
export function groupedNumber(number: string): string {
  return number.replace(/^(YZ-.{5})(.{5})$/, '$1-$2');
}

/** A certificate as a row of a list. */
export function certificateRow(certificate: Certificate) {
  const { id, number, state, stateSince, issuedAt, unitId } = certificate;
  return {
    id,
    number: groupedNumber(number),
    state,
    stateSince,
    issuedAt,
    unitId,
    unitName: contentOf(certificate).unit.name,
  };
}

/** A certificate with what it says, in the reader's words. */
export function certificateSheet(certificate: Certificate, language: Language) {
  const { code, inspectionId, supersedes, supersededBy, reasonZh, reasonEn, pdfSha256 } = certificate;
  const content = contentOf(certificate);
  return {
    ...certificateRow(certificate),
    inspectionId,
    code: groupedCode(code),
    address: `/v/${code}`,
    verifyUrl: content.verifyUrl,
    pdfSha256: pdfSha256 ?? '',
    reason: (language === 'en' ? (reasonEn ?? reasonZh) : reasonZh) ?? '',
    supersedes: supersedes ?? '',
    supersededBy: supersededBy ?? '',
    ...{ inspector: content.inspector, reviewer: content.reviewer, isSample: content.isSample },
    planVersion: content.plan.version,
    merchant: content.merchant.name,
    notTested: content.notTested.map(({ name }) => name[language]),
    results: content.results.map((result) => ({
      name: result.name[language],
      value: result.value,
      unit: result.unit,
      limit: result.limit[language],
      standard: result.standard,
    })),
  };
}
