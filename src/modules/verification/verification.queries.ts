import { Injectable } from '@nestjs/common';
import { isInstant } from '../../kernel/instant.js';
import { invariant } from '../../kernel/invariant.js';
import { LogQueries, type ProvenEntry, Signer } from '../../ledger/index.js';
import { Config } from '../../platform/config/config.module.js';
import { Database } from '../../platform/database/database.js';
import { Certificate, certificateByCode, certificateByNumber, contentOf } from '../certificates/index.js';
import { labelByCode, type LabelCopy } from '../labelling/index.js';
import { publicContact } from './public-contact.rules.js';
import { type ProvenFact, provenFacts, unprovenFacts } from './proven-facts.rules.js';
import { unitChain } from './unit-chain.rules.js';
import type { VerifyCode, VerifyView } from './verification.view.js';
import { type CodeFacts, verifyView } from './verify-view.rules.js';
import type { Wanted } from './wanted-code.rules.js';

/** What a code leads to. */
export interface FoundCode {
  readonly certificate: Certificate;
  /** The copy that an item code stands on; a show code stands on none. */
  readonly label?: LabelCopy;
}

/** What a stranger needs to check every fact of a view. */
export interface ViewProofs {
  readonly origin: string;
  readonly vkey: string;
  readonly size: number;
  readonly checkpoint: string;
  /** Every entry about the unit, oldest first. */
  readonly entries: readonly ProvenEntry[];
  readonly facts: readonly ProvenFact[];
  readonly unproven: readonly string[];
}

export interface ProvenView {
  readonly view: VerifyView;
  /** False while the newest entry of the unit is under no published checkpoint yet. */
  readonly isPublished: boolean;
  readonly proofs: ViewProofs;
}

/** Stands where a scan's own count comes in later. */
const NOT_COUNTED = 0;

/** Reads of what the public may know, by code. */
@Injectable()
export class VerificationQueries {
  constructor(
    private readonly database: Database,
    private readonly log: LogQueries,
    private readonly signer: Signer,
    private readonly config: Config,
  ) {}

  /** The certificate that a code or number is about; a label's is the newest of its unit, whatever its state. */
  async find(wanted: Wanted): Promise<FoundCode | undefined> {
    if (wanted.kind === 'none') return undefined;
    const { reader } = this.database;
    const certificate =
      wanted.kind === 'number'
        ? await certificateByNumber(reader, wanted.text)
        : await certificateByCode(reader, wanted.text);
    if (certificate) return { certificate };
    const label = wanted.kind === 'code' ? await labelByCode(reader, wanted.text) : undefined;
    const newest = label && (await this.newestCertificate(label.unitId));
    return newest && { certificate: newest, label };
  }

  /** The view of a code and its proofs, both from one reading of the unit's chain. */
  async prove({ certificate, label }: FoundCode): Promise<ProvenView> {
    const indexes = await this.log.historyOf('unit', certificate.unitId);
    // After the history, so that every entry of it is in the tree; under one that no witness has seen yet, if need be.
    const covering = (indexes.at(-1) ?? -1) + 1;
    const isPublished = await this.log.isPublished(covering);
    const { size, note } = await this.log.checkpoint(covering);
    const entries = await this.log.prove(indexes, size, ['public']);
    const facts: CodeFacts = {
      code: codeOf(certificate, label),
      ...(label ? { labelId: label.id } : {}),
      certificateId: certificate.id,
      content: contentOf(certificate),
      ...(await this.successorOf(certificate)),
      chain: unitChain(entries),
      log: { origin: this.signer.origin, size, at: await this.timeOf(size) },
      ...this.contact(),
    };
    const view = verifyView(facts);
    const { origin } = this.signer;
    const vkey = this.signer.vkeyOf(note);
    const proofs = { facts: provenFacts(facts, view), unproven: unprovenFacts(view) };
    return { view, isPublished, proofs: { origin, vkey, size, checkpoint: note, entries, ...proofs } };
  }

  /** How readers reach the operator. */
  contact(): Pick<VerifyView, 'contact'> {
    const contact = publicContact(this.config.contact);
    return contact ? { contact } : {};
  }

  private newestCertificate(unitId: string): Promise<Certificate | undefined> {
    return this.database.reader.findOne(Certificate, { unitId }, { orderBy: 'id', direction: 'desc' });
  }

  private async successorOf({ supersededBy }: Certificate): Promise<Pick<CodeFacts, 'successor'>> {
    if (supersededBy === null) return {};
    const successor = await this.database.reader.findOne(Certificate, { id: supersededBy });
    return successor ? { successor: { number: successor.number, code: successor.code } } : {};
  }

  private async timeOf(size: number): Promise<CodeFacts['log']['at']> {
    const last = await this.log.entry(size - 1);
    invariant(last, 'the last entry of a signed tree is stored');
    return last.at;
  }
}

function codeOf(certificate: Certificate, label: LabelCopy | undefined): VerifyCode {
  if (!label) return { class: 'show', text: certificate.code };
  invariant(isInstant(label.printedAt), 'a copy was printed at some time');
  return {
    class: 'item',
    text: label.code,
    label: { copy: label.number, isVoided: label.state === 'spoiled' },
    scans: { count: NOT_COUNTED, first: label.printedAt },
  };
}
