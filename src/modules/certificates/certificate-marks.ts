import { Injectable } from '@nestjs/common';
import { randomCode } from '../../kernel/base32.js';
import { Random } from '../../kernel/ids.js';
import type { Instant } from '../../kernel/instant.js';
import { CODE_LENGTH, verifyUrl } from '../../kernel/verify-url.js';
import { Signer } from '../../ledger/index.js';
import { Config } from '../../platform/config/config.module.js';
import type { Reader } from '../../platform/database/sql.js';
import type { CertificateMarks } from './certificate-content.rules.js';
import { NUMBER_BODY, numberOf } from '../../kernel/certificate-number.js';
import { requirePublicUrl } from './certificates.rules.js';

/** Draws what makes a certificate one of its kind: number and code, and its address. */
@Injectable()
export class CertificateMarker {
  constructor(
    private readonly random: Random,
    private readonly config: Config,
    private readonly signer: Signer,
  ) {}

  async marks(reader: Reader, isSample: boolean, issuedAt: Instant): Promise<CertificateMarks> {
    const { publicUrl, zone } = this.config;
    const address = requirePublicUrl(publicUrl, isSample);
    const { number, code } = await this.draw(reader);
    const logOrigin = this.signer.origin;
    return { number, code, verifyUrl: verifyUrl(address, code), issuedAt, zone, logOrigin };
  }

  /** Draws until neither is taken. Turns follow one another, so nobody takes them meanwhile; the table forbids it too. */
  private async draw(reader: Reader): Promise<{ number: string; code: string }> {
    for (;;) {
      const number = numberOf(randomCode(this.random, NUMBER_BODY));
      const code = randomCode(this.random, CODE_LENGTH);
      const taken = await reader.query('SELECT id FROM certificate WHERE number = ? OR code = ?', [number, code]);
      if (taken.length === 0) return { number, code };
    }
  }
}
