import '../src/platform/config/node-version.js';
import { parseArgs } from 'node:util';

const HELP = `npm run verify-log -- URL | FOLDER | sqlite:FILE | postgres://… [选项 options]

从头推算整个日志:每条条目 → 叶哈希 → 每个分片 → 根 → 检查点签名;条目格式、时间先后与各对象的前后链。
不一致时指出第一处(条目、分片、行或表),退出码为 1;无法读取或用法有误时为 2。
Derives the whole log again: every entry → leaf hash → every tile → root → signature of the checkpoint; the form of
entries, their times and the chain of every subject. Names the first entry, tile, row or table that differs and
ends with status 1; with 2 when it cannot read or was not understood.

  URL        https://v.example.cn(或其下的 /log)a server, or any copy of the log on the web
  FOLDER     npm run export-log 写出的目录 a folder in the layout of C2SP tlog-tiles
  sqlite:…   数据库:另查账本的其余各表 a database: the other tables of the ledger too. Also while the server writes

  --vkey K       从别处得到的验证公钥(可多个);不给则取自第 0 条,并予说明
                 verifier key from elsewhere (repeatable); else the one in entry 0 is taken, and that is said
  --since FILE   须由此前的检查点增长而来 the log must have grown out of this earlier checkpoint
  --save FILE    无误后写下检查点,供下次 --since writes the checkpoint after a good run, for the next --since
  --tables       (数据库)重放全部投影表并逐行比较 (database) replays every projected table and compares row by row
  --quiet        不显示进度 no progress bar
`;

const OPTIONS = {
  vkey: { type: 'string', multiple: true },
  since: { type: 'string' },
  save: { type: 'string' },
  tables: { type: 'boolean' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [target, ...rest] = positionals;
  if (values.help) process.stdout.write(HELP);
  else if (target === undefined || rest.length > 0) throw new Error(`恰给一个日志 / give one log\n\n${HELP}`);
  else {
    // Loaded only now, so that help and typing errors answer at once.
    const { runVerifyLog } = await import('./log/verify-log.js');
    process.exitCode = await runVerifyLog(target, values);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
