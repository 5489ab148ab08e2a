import '../src/platform/config/node-version.js';
import { parseArgs } from 'node:util';
import { Refusal } from '../src/kernel/refusal.js';
import { newSigningKey } from '../src/platform/keys/signing-key.js';

const HELP = `npm run key -- COMMAND

  show
      列出账本公布过的密钥、何时起用、私钥是否在此。
      Lists the keys that the log has announced, since when, and whether their private keys are here.

  new [--pem]
      预先生成下一把私钥,存入 KEYS_DIR;公布之前不用于签名。--pem 只打印 PEM(供 LOG_SIGNING_KEY),不落盘。
      Makes the next private key in KEYS_DIR; nothing signs with it before it is announced.
      --pem prints it instead, for LOG_SIGNING_KEY, and writes no file.

  rotate [--overlap DAYS]
      公布新密钥(没有预先生成的就生成一把)。此后新旧两把一起签名,过渡期(默认 30 天)满后只用新的。
      密钥在 LOG_SIGNING_KEY 中时,先把新旧两段 PEM 都交给每个服务进程并重启,再运行本命令。
      Announces the prepared key, or one that it makes. Old and new sign together until the overlap (30 days) is over.
      Where keys are in LOG_SIGNING_KEY: first give both PEM blocks to every server and restart it, then run this.

可在服务运行时使用;环境变量须与服务一致。备份与遗失见 docs/keys.md。
Works whether or not the server runs. Use the server's own environment. Backup and loss: docs/keys.md.
`;

const OPTIONS = { pem: { type: 'boolean' }, overlap: { type: 'string' }, help: { type: 'boolean' } } as const;

/** The command line was not understood. */
class UsageError extends Error {}

type Values = ReturnType<typeof parsed>['values'];

try {
  const { values, positionals } = parsed();
  process.stdout.write(values.help || positionals.length === 0 ? HELP : await run(positionals, values));
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function parsed() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function run([command, ...rest]: readonly string[], { pem, overlap = '30' }: Values): Promise<string> {
  if (rest.length > 0) throw new UsageError(`多余的参数 / too many arguments: ${rest.join(' ')}`);
  if (!/^\d{1,4}$/.test(overlap)) throw new UsageError('--overlap: 0–9999');
  if (command === 'new' && pem) return newSigningKey().pem;
  if (command !== 'show' && command !== 'new' && command !== 'rotate') {
    throw new UsageError(`没有这个命令 / no such command: ${command}`);
  }
  // Loaded only now, so that help and typing errors answer at once.
  const commands = await import('./key/commands.js');
  if (command === 'show') return commands.showKeys(process.env);
  if (command === 'new') return commands.newKeyFile(process.env);
  return commands.rotateKey(process.env, Number(overlap));
}

function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return `${error.say('zh')}\n${error.say('en')}`;
  if (error instanceof UsageError) return `${error.message}\n\n${HELP}`;
  return error instanceof Error ? error.message : String(error);
}
