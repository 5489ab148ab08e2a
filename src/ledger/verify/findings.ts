import type { Text } from '../../kernel/language.js';

/** One thing that is not as the signed log says. */
export interface Finding {
  /** What differs, for programs and people: `entry 17`, `tile/0/003`, `ledger_head.root`, `ledger_disclosure 17 party`. */
  readonly where: string;
  readonly what: Text;
}

/** Beyond these, findings are only counted: one cause may show in a million places. */
const MAX_FINDINGS = 100;

/** What a verification found, in the order in which it was found; one finding per place. */
export class Findings {
  private readonly byPlace = new Map<string, Finding>();
  private more = 0;

  add(where: string, zh: string, en: string): void {
    if (this.byPlace.has(where)) return;
    if (this.byPlace.size < MAX_FINDINGS) this.byPlace.set(where, { where, what: { zh, en } });
    else this.more++;
  }

  get all(): readonly Finding[] {
    return [...this.byPlace.values()];
  }

  get isEmpty(): boolean {
    return this.byPlace.size === 0;
  }

  /** How many were found beyond those that are told. */
  get untold(): number {
    return this.more;
  }
}

/** Told as the work goes on: what is being done, how far, of how much. */
export type OnProgress = (what: Text, done: number, total: number) => void;
