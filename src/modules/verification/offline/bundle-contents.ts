import { Injectable } from '@nestjs/common';
import { LogPolicy, type ProvenEntry, PublicLogQueries, Signer } from '../../../ledger/index.js';
import { Config } from '../../../platform/config/config.module.js';
import { decodeBase64 } from '../../../tlog/index.js';
import type { Certificate } from '../../certificates/index.js';
import { refuse } from '../verification.refusals.js';
import { type BundledEntry, type OfflineBundle, writeProof } from './bundle.rules.js';

/** Reads all that proves a certificate under the published checkpoint. */
@Injectable()
export class BundleContents {
  constructor(
    private readonly published: PublicLogQueries,
    private readonly signer: Signer,
    private readonly policy: LogPolicy,
    private readonly config: Config,
  ) {}

  /** Refuses while an entry about the unit is not published: it may say that the certificate is revoked. */
  async of(certificate: Certificate): Promise<OfflineBundle> {
    const { unitId } = certificate;
    const { published, pending, entries } = await this.published.history('unit', unitId, ['public']);
    if (pending > 0) throw refuse.bundlePending();
    const { note } = published;
    return {
      certificate: certificate.id,
      unit: unitId,
      policy: this.policyFor(note),
      entries: entries.map((entry) => bundled(entry, note)),
      newest: bundled(await this.published.lastOf(published), note),
    };
  }

  /** Also names the key of an older checkpoint, which no longer signs. */
  private policyFor(note: string): string {
    const { publicUrl } = this.config;
    const vkeys = [...new Set([this.signer.vkeyOf(note), ...this.signer.vkeys])];
    return this.policy.textFor(vkeys, publicUrl && `${publicUrl}/log`);
  }
}

function bundled({ index, entry, proof, disclosures }: ProvenEntry, checkpoint: string): BundledEntry {
  const [says] = disclosures;
  return {
    entry,
    proof: writeProof({ index, proof: proof.map(decodeBase64), checkpoint }),
    ...(says ? { public: { salt: says.salt, content: JSON.parse(says.content) } } : {}),
  };
}
