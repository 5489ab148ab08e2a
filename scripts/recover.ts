import '../src/platform/config/node-version.js';
import { parseArgs } from 'node:util';

const HELP = `npm run recover -- --from SOURCE

恢复旧备份后,服务只读。本命令从别处补回缺失的条目,核对无误后一次写入,服务即可继续签名。
After an older backup was restored the server is read-only. This refills the missing entries from elsewhere, checks them,
writes them in one commit, and signing can resume.

  --from SOURCE        postgres://…、sqlite:FILE(副本,内容最全)、导出的文件夹、或服务的 https://…/log
                       a replica (all contents), an exported folder, or a running server's log
  --disclosures DB     来源不是数据库时,含条目内容的较新数据库
                       a newer database with the contents, where SOURCE is no database: logs hold commitments only
  --accept-loss        无处可得内容的条目只进日志、不进各表 entries without contents go into the log alone, into no table
  --without-guard      签名守护文件也丢失,且确知来源含有签过的全部
                       the signing guard is lost too, and the source is certain to have all that was ever signed

核对:来源的签名、由全部条目算出的根、签名守护文件、各见证方(LOG_POLICY)。SQLite 须先停服务。
Checked: the source's signature, the root over all entries, the guard, the witnesses. Stop the server first on SQLite.
不随日志走、不会补回:会话、新设的密码和 API 密钥(重设即可)、扫码计数、照片与 PDF(从 BLOBS_DIR 备份取)。
Not in the log and not refilled: sessions, passwords and API keys set since (set them anew), scan counts,
photographs and PDFs (from the backup of BLOBS_DIR).
`;

const OPTIONS = {
  from: { type: 'string' },
  disclosures: { type: 'string' },
  'accept-loss': { type: 'boolean' },
  'without-guard': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** The command line was not understood. */
class UsageError extends Error {}

type Values = ReturnType<typeof parsed>;

try {
  const values = parsed();
  if (values.help) process.stdout.write(HELP);
  else await run(values);
} catch (error) {
  const isUsage = error instanceof UsageError;
  const words = error instanceof Error ? error.message : String(error);
  process.stderr.write(isUsage ? `${words}\n\n${HELP}` : `${words}\n`);
  process.exitCode = isUsage ? 2 : 1;
}

function parsed() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

// Loaded only now, so that help and typing errors answer at once.
async function run(values: Values): Promise<void> {
  if (!values.from) throw new UsageError('缺少 / missing: --from');
  const { recoverLive } = await import('../src/app/recover-live.js');
  const { toldOf } = await import('./recover/report.js');
  const report = await recoverLive(process.env, {
    from: values.from,
    disclosures: values.disclosures,
    acceptsLoss: values['accept-loss'] ?? false,
    withoutGuard: values['without-guard'] ?? false,
  });
  const { text, isMended } = toldOf(report);
  process.stdout.write(text);
  process.exitCode = isMended ? 0 : 1;
}
