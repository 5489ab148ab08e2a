import { readFileSync } from 'node:fs';
import { sha256 } from '../platform/keys/sha256.js';
import { parsePolicy, type Policy } from '../tlog/index.js';

/** Whom the log asks to witness it, and whom it tells readers to trust: a C2SP tlog-policy file, or none. */
export class LogPolicy {
  static readonly none = new LogPolicy(undefined, '');

  private constructor(
    /** Undefined when nothing is witnessed. */
    readonly policy: Policy | undefined,
    private readonly text: string,
  ) {}

  /** Reads the file; throws an error that names it when it is missing or no policy. */
  static read(file: string | undefined): LogPolicy {
    if (file === undefined) return LogPolicy.none;
    try {
      const text = readFileSync(file, 'utf8');
      return new LogPolicy(parsePolicy(sha256, text), text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`LOG_POLICY 无法读取 / LOG_POLICY cannot be read: ${file}: ${reason}`, { cause: error });
    }
  }

  get isWitnessed(): boolean {
    return this.policy !== undefined;
  }

  /** The policy as readers get it: the file, with the keys that sign now where it does not name them. */
  textFor(vkeys: readonly string[], logUrl: string | undefined): string {
    const named = new Set(this.policy?.logs.map(({ vkey }) => `${vkey.name} ${vkey.keyId}`));
    const lines = vkeys
      .filter((vkey) => !named.has(nameAndId(vkey)))
      .map((vkey) => `log ${vkey}${logUrl ? ` ${logUrl}` : ''}\n`);
    return lines.join('') + (this.text || 'quorum none\n');
  }
}

/** `<name>+<eight hex digits>+<key>`: names hold no plus. */
function nameAndId(vkey: string): string {
  const [name = '', id = ''] = vkey.split('+');
  return `${name} ${Number.parseInt(id, 16)}`;
}
