import type { RecoveryReport } from '../../src/app/recover-live.js';

/** What a person is told, and whether signing can resume. */
export function toldOf(report: RecoveryReport): { readonly text: string; readonly isMended: boolean } {
  const { origin, from, to, root, lost, erasures } = report;
  const missing = missingWords(report);
  const lines = [
    `${origin}`,
    to === from
      ? `没有可补的条目,共 ${to} 条 nothing to refill: ${to} entries`
      : `补回第 ${from}–${to - 1} 条,共 ${to} 条 refilled entries ${from} to ${to - 1}, ${to} in all`,
    `根 root: ${root}`,
    ...lost.map(({ index, kind }) => `内容已丢失,不在任何表中 contents lost, in no table: ${index} ${kind}`),
    ...(erasures > 0 ? [erasedAgain(report)] : []),
    ...witnessWords(report),
    ...missing,
    missing.length === 0
      ? '与签名守护一致,可以继续签名 consistent with what was signed: the server can sign again'
      : '仍为只读 still read-only',
  ];
  return { text: `${lines.join('\n')}\n`, isMended: missing.length === 0 };
}

function erasedAgain({ erasures, isScrubbed }: RecoveryReport): string {
  const told = `已按 ${erasures} 条删除条目再次删除个人信息 erased again, as ${erasures} entries say`;
  return isScrubbed ? told : `${told};文件尚未重写 files not rewritten yet: npm run erase -- scrub`;
}

function witnessWords({ witnesses }: RecoveryReport): string[] {
  return [...witnesses].map(([name, outcome]) => {
    switch (outcome.kind) {
      case 'cosigned':
        return `见证方 witness ${name}: 一致 agrees`;
      case 'failed':
        return `见证方 witness ${name}: 未答复 no answer (${outcome.reason})`;
      case 'ahead':
        return `见证方 witness ${name}: 见过 ${outcome.size} 条 has seen ${outcome.size} entries`;
      case 'differs':
        return `见证方 witness ${name}: 在第 ${outcome.size} 条处见过另一份 has seen another log at ${outcome.size}`;
    }
  });
}

/** What the guard and the witnesses know and the database still lacks. */
function missingWords({ guarded, to, witnesses }: RecoveryReport): string[] {
  const seen = [...witnesses.values()].flatMap((outcome) => (outcome.kind === 'ahead' ? [outcome.size] : []));
  const size = Math.max(guarded?.size ?? 0, ...seen);
  const isForked = [...witnesses.values()].some(({ kind }) => kind === 'differs');
  return [
    ...(size > to
      ? [
          `还缺第 ${to}–${size - 1} 条,请换来源再运行 entries ${to} to ${size - 1} are still missing: run again with another source`,
        ]
      : []),
    ...(isForked ? ['有见证方见过另一份账本 a witness has seen another log'] : []),
  ];
}
