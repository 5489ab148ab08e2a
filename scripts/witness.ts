import '../src/platform/config/node-version.js';
import { once } from 'node:events';
import { parseArgs } from 'node:util';

const HELP = `npm run witness -- --name NAME --log VKEY [--log VKEY …]

审计方自用的小见证方:只为它亲自核对过、且从未倒退或分叉的账本签名。
A small witness for an auditor: it cosigns a log's checkpoints only while every one extends the one before.
C2SP tlog-witness (add-checkpoint), tlog-cosignature; one process per file.

  --name NAME     见证方名称,形如网址 its name, like a URL without a scheme: witness.example/w1
  --log VKEY      所见证账本的公钥(其 /log/key);换钥后新旧各写一次 a log's key (its /log/key); both keys while it rotates
  --file FILE     见过的大小与根,应答前落盘 what it has seen, on the disk before it answers (witness.state)
  --key FILE      自己的私钥,没有则生成 its private key, made when missing (witness.key.pem)
  --listen ADDR   监听地址 where it listens (127.0.0.1:7380)

启动后打印自己的公钥,账本方写入 LOG_POLICY 文件 / It prints its own key, for the LOG_POLICY file of the log:
  witness 审计方 VKEY http://ADDR
  quorum 审计方
`;

const OPTIONS = {
  name: { type: 'string' },
  log: { type: 'string', multiple: true },
  file: { type: 'string', default: 'witness.state' },
  key: { type: 'string', default: 'witness.key.pem' },
  listen: { type: 'string', default: '127.0.0.1:7380' },
  help: { type: 'boolean' },
} as const;

/** The command line was not understood. */
class UsageError extends Error {}

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

type Values = ReturnType<typeof parsed>;

function parsed() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function run({ name, log, file, key, listen }: Values): Promise<void> {
  if (!name || !log?.length) throw new UsageError('缺少 / missing: --name, --log');
  const address = /^(?:\[([0-9a-f:]+)\]|([^:]+)):(\d{1,5})$/.exec(listen);
  if (!address) throw new UsageError('--listen HOST:PORT');
  const { Witness } = await import('./witness/witness.js');
  const { witnessServer } = await import('./witness/server.js');
  const witness = Witness.open({ name, logs: log, stateFile: file, keyFile: key });
  const server = witnessServer(witness);
  server.listen(Number(address[3]), address[1] ?? address[2]);
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  process.stdout.write(`公钥 Key: ${witness.vkey}\n监听 Listening: http://${listen.replace(/\d+$/, String(port))}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close());
}
