import {
  ERASABLE,
  ErasureFault,
  type ErasureOutcome,
  type ErasureTarget,
  withErasures,
} from '../../src/app/erase-live.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { ERASURE_GROUNDS, type ErasureGround } from '../../src/ledger/index.js';
import { readConfig } from '../../src/platform/config/config.js';

export interface EraseWishes {
  readonly ground?: string | undefined;
  readonly confirm?: boolean | undefined;
}

/** Erases, or lists what would be; the answer is the status to end with. Throws when it was not understood. */
export async function runErase([what = '', ...names]: readonly string[], wishes: EraseWishes): Promise<number> {
  if (what === 'scrub') return scrub(names);
  const type = ERASABLE.find((known) => known === what);
  if (!type) throw new Error(`没有这一类 / no such kind: ${what} (${ERASABLE.join(', ')}, scrub)`);
  if (names.length === 0) throw new Error(`请给出 id / which ${type}?`);
  const ground = wishes.confirm ? groundOf(wishes.ground) : undefined;
  return withErasures(readConfig(process.env), async (live) => {
    const targets = await live.targets(names.map((name) => ({ type, name }))).catch(faultIn);
    if (targets instanceof ErasureFault) return said(targets.message, 1);
    if (!ground) return said(targets.map(shownTarget).join('') + NOT_CONFIRMED, 2);
    const outcomes = await live.erase(targets, ground);
    return said(outcomes.map(shownOutcome).join(''), outcomes.every(isErased) ? 0 : 1);
  });
}

async function scrub(names: readonly string[]): Promise<number> {
  if (names.length > 0) throw new Error(`多余的参数 / too many arguments: ${names.join(' ')}`);
  const isDone = await withErasures(readConfig(process.env), (live) => live.scrub());
  return said(isDone ? SCRUBBED : NOT_SCRUBBED, isDone ? 0 : 1);
}

const NOT_CONFIRMED = '尚未删除;确认请加 --ground 与 --confirm / nothing was erased yet: add --ground and --confirm\n';
const SCRUBBED = '数据库文件已重写 / the database files were rewritten\n';
const NOT_SCRUBBED =
  '数据库文件尚未重写(有读取者占用),稍后运行 npm run erase -- scrub / a reader keeps the files from being rewritten: later npm run erase -- scrub\n';

function groundOf(text = ''): ErasureGround {
  const ground = ERASURE_GROUNDS.find((known) => known === text);
  if (!ground) throw new Error(`--ground: ${ERASURE_GROUNDS.join(', ')}`);
  return ground;
}

function shownTarget({ type, id, entries }: ErasureTarget): string {
  const named = entries.map(({ index, kind }) => `  条目 entry ${index} ${kind}\n`).join('');
  return `${type} ${id}\n${named || '  没有可删除的个人信息 nothing personal is left\n'}`;
}

function isErased({ result }: ErasureOutcome): boolean {
  return result instanceof Refusal ? result.code === 'ledger.already-erased' : result.isScrubbed;
}

function shownOutcome({ type, id, entries, result }: ErasureOutcome): string {
  if (result instanceof Refusal) return `${type} ${id}\n  ${result.say('zh')}\n  ${result.say('en')}\n`;
  const [first] = result.entries;
  const indexes = entries.map(({ index }) => index).join(', ');
  const told = `  已删除第 ${indexes} 条的个人信息 erased from entries ${indexes}\n  删除条目 told in entry ${first?.index}\n`;
  return `${type} ${id}\n${told}  ${result.isScrubbed ? SCRUBBED : NOT_SCRUBBED}`;
}

function said(text: string, status: number): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return status;
}

function faultIn(error: unknown): ErasureFault {
  if (error instanceof ErasureFault) return error;
  throw error;
}
