import { type ChainEntry, isAbout, lastOf, openHold, packingNow, subjectIn, textIn } from './unit-chain.rules.js';
import type { VerifyView } from './verification.view.js';
import { type CodeFacts, madeBy, stateEntry } from './verify-view.rules.js';

/** Which entry of the log says a fact of the view. */
export interface ProvenFact {
  /** JSON pointer (RFC 6901) into the view. */
  readonly fact: string;
  /** Index of the entry. */
  readonly entry: number;
  /** JSON pointer into the entry's public content, where the same value stands; absent when it stands there in another form. */
  readonly at?: string;
}

/** What is shown but cannot be proven to the public: the codes of copies are the parties' own, and scans are no entries. */
export function unprovenFacts({ code, contact }: VerifyView): string[] {
  return [...(code.class === 'item' ? ['/code/text', '/code/scans'] : []), ...(contact ? ['/contact'] : [])];
}

/** For every fact of the view the entry that it comes from. */
export function provenFacts(facts: CodeFacts, view: VerifyView): ProvenFact[] {
  const issued = lastOf(facts.chain, 'certificates.issued', facts.certificateId);
  return [
    ...(issued ? contentFacts(issued, view) : []),
    ...readingFacts(facts, issued),
    ...stateFacts(facts, view, issued),
    ...packingFacts(facts, view),
    ...repackingFacts(facts, view),
    ...labelFacts(facts),
    ...timelineFacts(view),
  ];
}

/** Where the certificate's content says what the view says, for what stands there in the same words. */
const SAME: readonly (readonly [fact: string, at: string])[] = [
  ['/certificate/number', '/number'],
  ['/certificate/issuedAt', '/issuedAt'],
  ['/unit/kind', '/unit/kind'],
  ['/unit/name', '/unit/name'],
  ['/unit/category', '/unit/category/name'],
  ['/unit/quantity', '/unit/quantity'],
  ['/verdict', '/verdict'],
  ['/notCovered', '/notCovered'],
  ['/zone', '/zone'],
  ['/warehouse', '/warehouse'],
  ['/merchant', '/merchant'],
  ['/laboratories', '/laboratories'],
  ['/inspector', '/inspector'],
  ['/reviewer', '/reviewer'],
  ['/isSample', '/isSample'],
];

function contentFacts({ index: entry }: ChainEntry, view: VerifyView): ProvenFact[] {
  const same = SAME.map(([fact, at]) => ({ fact, entry, at }));
  const listed = [
    ...rows('/unit/attributes', view.unit.attributes, '/unit/attributes'),
    ...rows('/readings', view.readings, '/results'),
    ...rows('/notTested', view.notTested, '/notTested'),
    ...rows('/confirmed', view.confirmed ?? [], '/confirmed'),
    ...rows('/overrides', view.overrides ?? [], '/overrides'),
  ].map((row) => ({ ...row, entry }));
  const photo = view.unit.photoUrl === undefined ? [] : [{ fact: '/unit/photoUrl', entry }];
  const mass = view.unit.ownMass === undefined ? [] : [{ fact: '/unit/ownMass', entry }];
  const code = view.code.class === 'show' ? [{ fact: '/code/text', entry, at: '/code' }] : [];
  return [...same, ...listed, ...photo, ...code, ...mass];
}

/** Each member of each row of a list: the view leaves some members of the content's rows out. */
function rows(fact: string, list: readonly object[], at: string): { fact: string; at: string }[] {
  return list.flatMap((row, number) =>
    Object.keys(row).map((key) => ({ fact: `${fact}/${number}/${key}`, at: `${at}/${number}/${key}` })),
  );
}

const WITHDRAWN = 'inspection.reading-withdrawn';

/** Where each reading was recorded first-hand, before the certificate repeated it. */
function readingFacts({ chain, content }: CodeFacts, issued: ChainEntry | undefined): ProvenFact[] {
  const reviewed = chain.findLast(
    ({ kind, index, says }) =>
      kind === 'inspection.reviewed' && textIn(says, 'decision') === 'sign' && index < (issued?.index ?? Infinity),
  );
  const inspection = reviewed && subjectIn(reviewed, 'inspection');
  if (inspection === undefined) return [];
  const about = chain.filter((entry) => isAbout(entry, inspection));
  const withdrawn = new Set(about.filter(({ kind }) => kind === WITHDRAWN).map(({ says }) => says['entry']));
  const recorded = about.filter(({ kind, index }) => kind === 'inspection.reading-recorded' && !withdrawn.has(index));
  return content.results.flatMap(({ code }, number) => {
    const reading = recorded.findLast(({ says }) => textIn(says, 'item') === code);
    return reading ? [{ fact: `/readings/${number}/value`, entry: reading.index }] : [];
  });
}

function stateFacts(facts: CodeFacts, { certificate, hold }: VerifyView, issued: ChainEntry | undefined): ProvenFact[] {
  const changed = stateEntry(facts);
  const found: ProvenFact[] = [];
  if (changed) found.push({ fact: '/certificate/state', entry: changed.index, at: '/state' });
  else if (issued) found.push({ fact: '/certificate/state', entry: issued.index });
  if (changed && certificate.since) found.push({ fact: '/certificate/since', entry: changed.index });
  if (changed && certificate.reason)
    found.push({ fact: '/certificate/reason/zh', entry: changed.index, at: '/reason/zh' });
  if (changed && certificate.reason) found.push({ fact: '/certificate/reason/en', entry: changed.index });
  if (changed && certificate.supersededBy) {
    const entry = changed.index;
    found.push({ fact: '/certificate/supersededBy/number', entry, at: '/supersededBy/number' });
    found.push({ fact: '/certificate/supersededBy/url', entry });
  }
  const rendered = lastOf(facts.chain, 'certificates.rendered', facts.certificateId);
  if (rendered) found.push({ fact: '/certificate/pdfUrl', entry: rendered.index });
  const held = hold && openHold(facts.chain);
  if (held) found.push({ fact: '/hold/since', entry: held.index });
  return found;
}

function repackingFacts({ chain, content }: CodeFacts, { repackedFrom }: VerifyView): ProvenFact[] {
  const entry = madeBy(chain, content.unit.id)?.index;
  if (!repackedFrom || entry === undefined) return [];
  const same = ['lotNos', 'sources'].map((key) => ({ fact: `/repackedFrom/${key}`, entry, at: `/${key}` }));
  return [...same, { fact: '/repackedFrom/at', entry }];
}

function packingFacts({ chain }: CodeFacts, { sealNumber, packedMass }: VerifyView): ProvenFact[] {
  const entry = packingNow(chain)?.index;
  if (entry === undefined) return [];
  return [
    ...(sealNumber === undefined ? [] : [{ fact: '/sealNumber', entry, at: '/sealNo' }]),
    ...(packedMass ? [{ fact: '/packedMass', entry, at: '/mass' }] : []),
  ];
}

function labelFacts({ chain, labelId }: CodeFacts): ProvenFact[] {
  const printed = labelId === undefined ? undefined : lastOf(chain, 'labelling.copies-printed', labelId);
  if (!printed) return [];
  const spoiled = lastOf(chain, 'labelling.copy-spoiled', labelId);
  return [
    { fact: '/code/label/copy', entry: printed.index },
    { fact: '/code/label/isVoided', entry: (spoiled ?? printed).index },
  ];
}

function timelineFacts({ timeline }: VerifyView): ProvenFact[] {
  return timeline.map(({ entry }, number) => ({ fact: `/timeline/${number}`, entry }));
}
