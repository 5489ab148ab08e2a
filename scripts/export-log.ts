import '../src/platform/config/node-version.js';
import { parseArgs } from 'node:util';

const HELP = `npm run export-log -- FOLDER [--from URL | sqlite:FILE | postgres://…]

把日志写成静态的 tlog-tiles 目录(checkpoint、key、tile/…、tile/entries/…),verify-log 与其他人的客户端都能读取,也可放到任何
静态网站上。已有的目录只补上新增部分,已写下的文件不再改动。服务运行时也可使用。
Writes the log as a static folder in the layout of C2SP tlog-tiles, which verify-log and other people's clients read and
any web server can serve. A folder that is there already gets what has been added since; files once written stay as they
are. Works while the server runs. Contents behind the commitments are not in it.

  --from    来源;默认为 DATABASE_URL 的数据库 where from; the database of DATABASE_URL when left out
  --quiet   不显示进度 no progress bar

来源与目录不符时退出码为 1,用法有误为 2。Ends with 1 when source and folder do not belong together, 2 on misuse.
`;

const OPTIONS = { from: { type: 'string' }, quiet: { type: 'boolean' }, help: { type: 'boolean' } } as const;

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [folder, ...rest] = positionals;
  if (values.help) process.stdout.write(HELP);
  else if (folder === undefined || rest.length > 0) throw new Error(`恰给一个目录 / give one folder\n\n${HELP}`);
  else {
    const { runExportLog } = await import('./log/export-log.js');
    process.exitCode = await runExportLog(folder, values);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
