import type { Finding } from '../../src/ledger/verify/findings.js';
import type { VerifiedLog } from '../../src/ledger/verify/verify-log.js';
import { type Checkpoint, encodeBase64 } from '../../src/tlog/index.js';

const MAX_SHOWN = 20;

/** What a verification tells a person. */
export function reportOf(verified: VerifiedLog, seconds: number): string {
  const { checkpoint, findings, vkeys, isKeyFromLog, entries, tiles } = verified;
  const lines = [
    ...(checkpoint ? treeOf(checkpoint) : []),
    ...vkeys.map((vkey) => `公钥 key       ${vkey}`),
    ...(isKeyFromLog ? [KEY_FROM_LOG] : []),
    `查过 checked   ${entries} 条条目 entries, ${tiles} 个分片 tiles${tablesOf(verified)}, ${seconds.toFixed(1)} s`,
    ...(findings.length > 0 ? faults(verified) : ['一致 OK']),
  ];
  return `${lines.join('\n')}\n`;
}

function treeOf({ origin, size, root }: Checkpoint): string[] {
  return [`日志 log       ${origin}`, `大小 size      ${size}`, `根   root      ${encodeBase64(root)}`];
}

const KEY_FROM_LOG = `公钥取自日志自身(第 0 条):请与从别处得到的核对,或用 --vkey 给出
               the key was taken from the log itself (entry 0): compare it with one from elsewhere, or give --vkey`;

function tablesOf(verified: VerifiedLog): string {
  return 'tables' in verified && verified.tables ? `, ${String(verified.tables)} 张表 tables` : '';
}

function faults({ findings, untold }: VerifiedLog): string[] {
  const [first, ...others] = findings;
  const more = findings.length - MAX_SHOWN + untold;
  return [
    ...(first ? [`不一致 DIFFERS: ${shown(first)}`] : []),
    ...others.slice(0, MAX_SHOWN - 1).map((finding) => `另有 also: ${shown(finding)}`),
    ...(more > 0 ? [`…… 另有 ${more} 处 / and ${more} more`] : []),
  ];
}

function shown({ where, what }: Finding): string {
  return `${where}\n    ${what.zh} / ${what.en}`;
}
