import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printedNumber } from '../../src/kernel/certificate-number.js';
import { instantFromMillis } from '../../src/kernel/instant.js';
import { bundleTextIn } from '../../src/modules/verification/offline/bundle.rules.js';
import { type CheckedBundle, checkBundle } from '../../src/modules/verification/offline/bundle-check.rules.js';
import type { Fault } from '../../src/modules/verification/offline/bundle-faults.rules.js';
import { bundleView } from '../../src/modules/verification/offline/bundle-view.rules.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { verifyEd25519 } from '../../src/platform/keys/signing-key.js';
import { decodeBase64, encodeBase64, formatVkey, parsePolicy } from '../../src/tlog/index.js';

export interface VerifyBundleWishes {
  readonly policy?: string | undefined;
  readonly proofs?: string | undefined;
}

/** Verifies a file and tells what it found; the answer is the status to end with. Throws when it is no bundle. */
export async function runVerifyBundle(file: string, wishes: VerifyBundleWishes): Promise<number> {
  const text = bundleTextIn(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
  const policy = wishes.policy === undefined ? undefined : await readFile(wishes.policy, 'utf8');
  // One's own policy that cannot be read is a mistake of the caller, and no fault of the file.
  if (policy !== undefined) parsePolicy(sha256, policy);
  const checking = checkBundle(text, { sha256, verifyEd25519 }, policy);
  if (!('checked' in checking)) {
    process.stdout.write(faultsOf(checking.faults));
    return 1;
  }
  process.stdout.write(reportOf(checking.checked, policy === undefined));
  if (wishes.proofs !== undefined) await writeProofs(wishes.proofs, checking.checked);
  return 0;
}

function faultsOf(faults: readonly Fault[]): string {
  const lines = faults.map(({ where, what }) => `  ${where.zh}:${what.zh} / ${where.en}: ${what.en}`);
  return `核验不通过 NOT VERIFIED\n${lines.join('\n')}\n`;
}

function reportOf(checked: CheckedBundle, isOwnPolicy: boolean): string {
  const { view, answer, verifyUrl, at } = bundleView(checked);
  const { checkpoint, log, witnessed } = checked.trusted;
  const lines = [
    `核验通过 VERIFIED`,
    `证书 certificate  ${printedNumber(view.certificate.number)}`,
    `商品 goods        ${view.unit.name}`,
    `状态 state        ${answer}(截至 as of ${at})`,
    `记录 entries      ${checked.entries.length},在大小为 ${checkpoint.size} 的树中 in the tree of ${checkpoint.size}`,
    `日志 log          ${checkpoint.origin}`,
    `根   root         ${encodeBase64(checkpoint.root)}`,
    `公钥 key          ${formatVkey(sha256, log.vkey)}`,
    ...witnessed.map(
      ({ witness, time }) =>
        `联署 cosigned     ${witness.name} (${witness.vkey.name}) ${instantFromMillis(1_000 * time)}`,
    ),
    ...(isOwnPolicy ? [OWN_POLICY] : []),
    `现在的状态请打开 for the state now open ${verifyUrl}`,
  ];
  return `${lines.join('\n')}\n`;
}

const OWN_POLICY = `注意 NOTE: 用的是文件自带的信任策略,请将公钥与另外得到的核对,或用 --policy 给出您自己的
  the policy inside the file was used: compare the key with one from elsewhere, or give your own by --policy`;

async function writeProofs(folder: string, { entries, newest }: CheckedBundle): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { index, entry, proof } of [...entries, newest]) {
    await writeFile(join(folder, `${index}.entry`), decodeBase64(entry));
    await writeFile(join(folder, `${index}.tlog-proof`), proof);
  }
}
