import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { printedNumber } from '../../../kernel/certificate-number.js';
import { invariant } from '../../../kernel/invariant.js';
import { sha256 } from '../../../platform/keys/sha256.js';
import { Pages } from '../../../platform/pages/pages.js';
import type { Certificate } from '../../certificates/index.js';
import { BundleContents } from './bundle-contents.js';
import { bundleElement, formatBundle } from './bundle.rules.js';
import { bundleTexts } from './bundle.texts.js';

const STYLES = ['base.css', 'verify.css', 'record.css', 'media.css', 'offline.css'];

/** A page of one file, and the policy that it is served under. */
export interface BundleFile {
  /** Without an ending. */
  readonly name: string;
  readonly html: string;
  readonly policy: string;
}

/** Puts data, style and script together into one file that needs nothing else. */
@Injectable()
export class BundleFiles {
  private readonly style: string;
  private readonly script: string;
  private readonly policy: string;

  constructor(
    private readonly pages: Pages,
    private readonly contents: BundleContents,
  ) {
    const { assets } = pages;
    this.style = STYLES.map((name) => assets.text(name)).join('');
    this.script = assets.text('offline-bundle.js');
    invariant(!/<\/(script|style)|<!--/i.test(this.style + this.script), 'nothing ends the style or the script early');
    this.policy = policyOver(this.style, this.script);
  }

  async file(certificate: Certificate): Promise<BundleFile> {
    const data = bundleElement(formatBundle(sha256, await this.contents.of(certificate)));
    const number = printedNumber(certificate.number);
    const { style, script, policy } = this;
    const view = { number, policy, inline: { style, script, data } };
    const html = this.pages.render('bundle', { language: 'zh', texts: bundleTexts, view });
    // What a page says of itself cannot forbid frames: only the header can.
    return { name: number, html, policy: `${policy}; frame-ancestors 'none'` };
  }
}

/** Only this very style and script, pictures inside the file, and no request to anywhere. */
function policyOver(style: string, script: string): string {
  const only = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${only(script)}`,
    `style-src ${only(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
