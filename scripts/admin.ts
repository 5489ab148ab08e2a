import '../src/platform/config/node-version.js';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { randomCode } from '../src/kernel/base32.js';
import { Refusal } from '../src/kernel/refusal.js';

const HELP = `npm run admin -- COMMAND

  new --login L --name N --warehouse NAME --uscc CODE
      开设质检仓及其管理员(一次提交)。已有管理员时拒绝。
      Makes a warehouse and its administrator in one commit. Refused when there is an administrator already.
      --warehouse-en NAME     质检仓英文名 English name of the warehouse
      --uscc-reason TEXT      校验位不符但执照如此时的理由 why a code stands although its check character is wrong
      --password P            不填则自动生成并显示一次 made and shown once when left out
      --force-new-warehouse   已有管理员仍要另开质检仓 another warehouse although there is an administrator

  regulator --name NAME --uscc CODE --login L
      登记监管部门并开设账号(一次提交);已登记的,只再开一个账号。监管部门可查看全部数据。
      Registers a regulator and opens an account in one commit; for a registered one, one more account.
      A regulator sees everything, so no warehouse can register one.
      --name-en NAME          英文名 English name
      --person NAME           使用账号的人,不填则用部门名 who uses the account; the regulator's name when left out
      --uscc-reason, --password 同上 as above

  reset-password --login L [--password P]
      重设密码并结束该账号的全部会话。
      Sets a new password and ends all sessions of the account.

可在服务运行时使用;环境变量须与服务一致(DATA_DIR、DATABASE_URL、KEYS_DIR、PUBLIC_URL)。
Works while the server runs. Use the server's own environment (DATA_DIR, DATABASE_URL, KEYS_DIR, PUBLIC_URL).
`;

const OPTIONS = {
  login: { type: 'string' },
  name: { type: 'string' },
  'name-en': { type: 'string' },
  person: { type: 'string' },
  warehouse: { type: 'string' },
  'warehouse-en': { type: 'string' },
  uscc: { type: 'string' },
  'uscc-reason': { type: 'string' },
  password: { type: 'string' },
  'force-new-warehouse': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

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

function run([command, ...rest]: readonly string[], values: Values): Promise<string> {
  if (rest.length > 0) throw new UsageError(`多余的参数 / too many arguments: ${rest.join(' ')}`);
  if (command === 'new') return newAdmin(values);
  if (command === 'regulator') return newRegulator(values);
  if (command === 'reset-password') return resetPassword(values);
  throw new UsageError(`没有这个命令 / no such command: ${command}`);
}

async function newAdmin(values: Values): Promise<string> {
  const login = needed(values, 'login');
  const password = values.password ?? newPassword();
  const admin = { login, name: needed(values, 'name'), password };
  const warehouse = {
    name: { zh: needed(values, 'warehouse'), en: values['warehouse-en'] },
    uscc: needed(values, 'uscc'),
    usccReason: values['uscc-reason'],
  };
  await withShell((shell) => shell.foundWarehouse(warehouse, admin, values['force-new-warehouse'] ?? false));
  const { zh } = warehouse.name;
  const made = `已开设质检仓“${zh}”和管理员“${login}”。\nMade the warehouse "${zh}" and its administrator "${login}".\n`;
  return made + passwordLine(values, password);
}

async function newRegulator(values: Values): Promise<string> {
  const login = needed(values, 'login');
  const name = needed(values, 'name');
  const password = values.password ?? newPassword();
  const regulator = {
    name: { zh: name, en: values['name-en'] },
    uscc: needed(values, 'uscc'),
    usccReason: values['uscc-reason'],
  };
  const person = { login, name: values.person?.trim() || name, password };
  await withShell((shell) => shell.foundRegulator(regulator, person));
  const made = `已为监管部门“${name}”开设账号“${login}”。\nOpened the account "${login}" of the regulator "${name}".\n`;
  return made + passwordLine(values, password);
}

async function resetPassword(values: Values): Promise<string> {
  const login = needed(values, 'login');
  const password = values.password ?? newPassword();
  await withShell((shell) => shell.resetPassword(login, password));
  const reset = `已重设“${login}”的密码,其全部会话已结束。\nThe password of "${login}" is set anew; its sessions are ended.\n`;
  return reset + passwordLine(values, password);
}

// Loaded only now, so that help and typing errors answer at once.
async function withShell<T>(work: (shell: Shell) => Promise<T>): Promise<T> {
  const { createContext } = await import('../src/app/start.js');
  const { readConfig } = await import('../src/platform/config/config.js');
  const { ShellAdministration } = await import('../src/modules/parties/index.js');
  const context = await createContext(readConfig(process.env));
  try {
    return await work(context.get(ShellAdministration));
  } finally {
    await context.close();
  }
}

type Shell = import('../src/modules/parties/index.js').ShellAdministration;

function needed(values: Values, option: 'login' | 'name' | 'warehouse' | 'uscc'): string {
  const value = values[option]?.trim();
  if (!value) throw new UsageError(`缺少 / missing: --${option}`);
  return value;
}

/** 80 random bits in groups of four, without letters that are mistaken for others. */
function newPassword(): string {
  return randomCode({ bytes: randomBytes }, 16).replace(/(.{4})(?=.)/g, '$1-');
}

function passwordLine(values: Values, password: string): string {
  if (values.password !== undefined) return '';
  return `密码 Password: ${password}\n只显示这一次,请妥善保存 / Shown this once; keep it safe.\n`;
}

function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return `${error.say('zh')}\n${error.say('en')}`;
  if (error instanceof UsageError) return `${error.message}\n\n${HELP}`;
  return error instanceof Error ? error.message : String(error);
}
