import { Injectable } from '@nestjs/common';
import { Feed } from '../../ledger/index.js';
import { PageCache } from './page-cache.js';
import { Scans } from './scans.js';
import { VerificationQueries } from './verification.queries.js';
import { type Form, UNPUBLISHED, type VerifyShell, VerifyShells } from './verify-shells.js';
import type { Wanted } from './wanted-code.rules.js';

const BOUNDS = { items: 5_000, bytes: 96 * 1_048_576 };

/** Who looks: the address, and whether the look is a scan (asking for headers only is none). */
export interface Look {
  readonly address: string;
  readonly isScan: boolean;
}

/** An answer ready to be sent. Only a show code's has an ETag: each scan of an item code is an answer of its own. */
export interface VerifyAnswerBytes {
  readonly bytes: Buffer;
  readonly etag?: string;
}

/** The hot path: bytes made before, forgotten when an entry about their unit commits, in whichever process. */
@Injectable()
export class VerificationService {
  private readonly cache = new PageCache<VerifyShell>(BOUNDS);

  constructor(
    private readonly queries: VerificationQueries,
    private readonly shells: VerifyShells,
    private readonly scans: Scans,
    feed: Feed,
  ) {
    feed.subscribe(({ subjects }) => {
      for (const { id } of subjects) this.cache.drop(id);
    });
    feed.subscribeToPublications(() => this.cache.drop(UNPUBLISHED));
  }

  /** The answer to a code, or undefined when it is unknown. */
  async answer(wanted: Wanted, form: Form, look: Look): Promise<VerifyAnswerBytes | undefined> {
    if (wanted.kind === 'none') return undefined;
    const shell = await this.cache.get(`${wanted.text} ${form}`, () => this.shell(wanted, form));
    if (!shell) return undefined;
    const { labelId, before, etag } = shell;
    if (labelId === undefined) return { bytes: before, etag };
    if (!look.isScan) return { bytes: Buffer.concat([before, shell.after]) };
    return { bytes: this.shells.fill(shell, await this.scans.count(labelId, look.address)) };
  }

  private async shell(wanted: Wanted, form: Form): Promise<VerifyShell | undefined> {
    const found = await this.queries.find(wanted);
    return found && this.shells.make(found, await this.queries.prove(found), form);
  }
}
