import '../src/platform/config/node-version.js';
import { parseArgs } from 'node:util';

const HELP = `npm run backup -- FOLDER [--quiet]

备份 SQLite 数据库与照片、PDF(服务可照常运行),并核对副本的整个日志。同一目录可反复使用:照片只补新增,数据库在核对无误、
且由上一份备份增长而来之后才替换。密钥与签名守护文件(KEYS_DIR)不在其中,须另行保管。
Backs up the SQLite database, photographs and PDFs while the server runs, and verifies the whole log of the copy. The same
folder may be used again: files are added, and the database is replaced only by a good copy that has grown out of the last
one. Keys and signing guard (KEYS_DIR) are not in it: keep them elsewhere. PostgreSQL: docs/backup.md.

退出码:未备份为 1,用法有误为 2。Ends with 1 when nothing was backed up, 2 on misuse.
`;

const OPTIONS = { quiet: { type: 'boolean' }, help: { type: 'boolean' } } as const;

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [folder, ...rest] = positionals;
  if (values.help) process.stdout.write(HELP);
  else if (folder === undefined || rest.length > 0) throw new Error(`恰给一个目录 / give one folder\n\n${HELP}`);
  else {
    const { runBackup } = await import('./log/backup.js');
    process.exitCode = await runBackup(folder, values.quiet ?? false);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
