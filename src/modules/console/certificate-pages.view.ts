import type { Language } from '../../kernel/language.js';
import { groupedCode } from '../../kernel/verify-url.js';
import { type Certificate, contentOf, printedNumber } from '../certificates/index.js';

/** A certificate as a row of a list. */
export function certificateRow(certificate: Certificate) {
  const { id, number, state, stateSince, issuedAt, unitId } = certificate;
  return {
    id,
    number: printedNumber(number),
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
    confirmed: (content.confirmed ?? []).map(({ text, note, reviewer }) => ({ text: text[language], note, reviewer })),
    notTested: content.notTested.map(({ name }) => name[language]),
    results: content.results.map((result) => ({
      name: result.name[language],
      value: language === 'en' ? (result.valueEn ?? result.value) : result.value,
      unit: result.unit,
      limit: result.limit[language],
      standard: result.standard,
    })),
  };
}
