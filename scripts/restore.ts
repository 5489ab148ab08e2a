import '../src/platform/config/node-version.js';
import { parseArgs } from 'node:util';

const HELP = `npm run restore -- FOLDER [--force]

核对备份,再把它放到 DATABASE_URL 与 BLOBS_DIR 处,并说明服务启动后能否继续签名。须先停服务。
Verifies a backup, puts it where DATABASE_URL and BLOBS_DIR say, and tells whether the server will sign on. Stop it first.

  --force   已有数据库时也恢复;原数据库改名保留
            also where there is a database already; that one is kept under another name

比已签名的账本旧的备份只能读,补回缺失条目后才能写:npm run recover。
A backup that is older than what was signed can only be read until the missing entries are back: npm run recover.
退出码:未恢复为 1,用法有误为 2。Ends with 1 when nothing was restored, 2 on misuse.
`;

const OPTIONS = { force: { type: 'boolean' }, help: { type: 'boolean' } } as const;

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [folder, ...rest] = positionals;
  if (values.help) process.stdout.write(HELP);
  else if (folder === undefined || rest.length > 0) throw new Error(`恰给一个目录 / give one folder\n\n${HELP}`);
  else {
    const { runRestore } = await import('./log/restore.js');
    process.exitCode = await runRestore(folder, values.force ?? false);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
