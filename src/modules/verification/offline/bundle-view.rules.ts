import type { Instant } from '../../../kernel/instant.js';
import { invariant } from '../../../kernel/invariant.js';
import { unitChain } from '../unit-chain.rules.js';
import { verifyAnswer, type VerifyAnswer, type VerifyView } from '../verification.view.js';
import { verifyView } from '../verify-view.rules.js';
import type { CheckedBundle } from './bundle-check.rules.js';
import { issueOf } from './bundle-chain.rules.js';

/** What a checked bundle says, as the page behind its code said it at the time of the checkpoint. */
export interface BundleView {
  readonly view: VerifyView;
  readonly answer: VerifyAnswer;
  /** The address that the certificate prints. */
  readonly verifyUrl: string;
  /** Of the last entry under the checkpoint. */
  readonly at: Instant;
}

/** Everything is read from the disclosed contents that were checked; there is no other source. */
export function bundleView({ bundle, entries, newest, trusted }: CheckedBundle): BundleView {
  const content: unknown = JSON.parse(issueOf(entries, bundle.certificate)?.disclosed?.content ?? 'null');
  invariant(isContent(content), 'a checked bundle holds its certificate');
  const chain = unitChain(
    entries.map(({ index, entry, disclosed }) => ({
      index,
      entry,
      disclosures: disclosed ? [{ group: 'public', ...disclosed }] : [],
      proof: [],
    })),
  );
  const view = verifyView({
    code: { class: 'show', text: content.code },
    certificateId: bundle.certificate,
    content,
    chain,
    log: { origin: trusted.checkpoint.origin, size: trusted.checkpoint.size, at: newest.at },
  });
  return { view, answer: verifyAnswer(view), verifyUrl: content.verifyUrl, at: newest.at };
}

type Content = Parameters<typeof verifyView>[0]['content'];

// The log's own issuer wrote it under this format's name, which the check has seen.
function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && 'verifyUrl' in value && 'code' in value;
}
