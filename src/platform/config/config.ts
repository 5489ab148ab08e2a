import { resolve } from 'node:path';

/** Everything that the environment decides, read once at start and frozen. */
export abstract class Config {
  abstract readonly host: string;
  abstract readonly port: number;
  /** A `postgres://` URL, or the path of the SQLite file. */
  abstract readonly database:
    { readonly kind: 'postgres'; readonly url: string } | { readonly kind: 'sqlite'; readonly file: string };
  abstract readonly blobsDir: string;
  /** Signing keys and the signing guard; never inside the data folder, so that a restored backup cannot bring an old one. */
  abstract readonly keysDir: string;
  /** PEM of the signing key (or of two while they overlap), for machines without a disk of their own. */
  abstract readonly signingKey: string | undefined;
  /** C2SP tlog-policy file that names the witnesses. Without it nothing is witnessed. */
  abstract readonly logPolicy: string | undefined;
  /** How often the log's newest checkpoint is brought to the witnesses and published. */
  abstract readonly publishMillis: number;
  /** Where buyers reach this server. Without it no real label is printed. */
  abstract readonly publicUrl: string | undefined;
  /** IANA zone of the warehouse: days and printed times are its own. */
  abstract readonly zone: string;
  abstract readonly contact: string;
  /** Addresses or networks whose X-Forwarded-* headers are believed. */
  abstract readonly trustedProxies: readonly string[];
  abstract readonly logLevel: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** Reads the environment; throws one error that lists every problem, in both languages. */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const dataDir = resolve(environment['DATA_DIR'] ?? 'data');
  const config: Config = {
    host: environment['HOST'] ?? '127.0.0.1',
    port: portFrom(environment['PORT'] ?? '3000', problems),
    database: databaseFrom(environment['DATABASE_URL'], dataDir, problems),
    blobsDir: resolve(environment['BLOBS_DIR'] ?? `${dataDir}/blobs`),
    keysDir: resolve(environment['KEYS_DIR'] ?? 'keys'),
    signingKey: environment['LOG_SIGNING_KEY'] || undefined,
    logPolicy: environment['LOG_POLICY'] ? resolve(environment['LOG_POLICY']) : undefined,
    publishMillis: millisFrom(environment['LOG_PUBLISH_MILLIS'] ?? '1000', problems),
    publicUrl: publicUrlFrom(environment['PUBLIC_URL'], problems),
    zone: zoneFrom(environment['ZONE'] ?? 'Asia/Shanghai', problems),
    contact: environment['LOG_CONTACT'] ?? 'unset',
    trustedProxies: (environment['TRUSTED_PROXIES'] ?? '').split(',').map(trimmed).filter(Boolean),
    logLevel: logLevelFrom(environment['LOG_LEVEL'] ?? 'info', problems),
  };
  if (problems.length > 0) throw new Error(`配置有误 / The configuration is wrong:\n- ${problems.join('\n- ')}`);
  return Object.freeze(config);
}

function trimmed(text: string): string {
  return text.trim();
}

function portFrom(text: string, problems: string[]): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  problems.push(`PORT 应为 0–65535 的整数 / PORT is a whole number from 0 to 65535, not "${text}"`);
  return 0;
}

function millisFrom(text: string, problems: string[]): number {
  const millis = Number(text);
  if (/^\d{2,6}$/.test(text) && millis >= 10) return millis;
  problems.push(`LOG_PUBLISH_MILLIS 应为 10–999999 的整数 / LOG_PUBLISH_MILLIS is a whole number from 10 to 999999`);
  return 1_000;
}

function databaseFrom(url: string | undefined, dataDir: string, problems: string[]): Config['database'] {
  if (!url) return { kind: 'sqlite', file: `${dataDir}/yanzhen.db` };
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return { kind: 'postgres', url };
  if (url.startsWith('sqlite:')) return { kind: 'sqlite', file: resolve(url.slice('sqlite:'.length)) };
  problems.push('DATABASE_URL 应以 postgres:// 或 sqlite: 开头 / DATABASE_URL starts with postgres:// or sqlite:');
  return { kind: 'sqlite', file: '' };
}

function publicUrlFrom(text: string | undefined, problems: string[]): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search) return url.origin;
  problems.push(
    'PUBLIC_URL 形如 https://v.example.cn,不带路径 / PUBLIC_URL looks like https://v.example.cn, without a path',
  );
  return undefined;
}

function zoneFrom(zone: string, problems: string[]): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    problems.push(`ZONE 不是时区名 / ZONE is not an IANA time zone: "${zone}"`);
    return 'UTC';
  }
}

function logLevelFrom(level: string, problems: string[]): string {
  if (LOG_LEVELS.includes(level)) return level;
  problems.push(`LOG_LEVEL 应为 ${LOG_LEVELS.join(', ')} 之一 / LOG_LEVEL is one of them, not "${level}"`);
  return 'info';
}
