import type { Entry } from '../entry.js';
import { wellFormedEntry } from './entry-form.js';
import type { Findings } from './findings.js';
import { SubjectChains } from './subject-chains.js';

/** Reads the entries one after the other: their form, their times, and the chain of every subject. */
export class EntryCheck {
  private readonly chains = new SubjectChains();
  private lastAt = '';
  private isChainKnown = true;

  constructor(private readonly findings: Findings) {}

  /** The entry, or undefined when it is none. Entries come in order, each once. */
  check(index: number, bytes: Uint8Array): Entry | undefined {
    const entry = wellFormedEntry(bytes);
    if (!entry) {
      this.findings.add(`entry ${index}`, '不是规范格式的条目', 'not an entry in its one canonical form');
      return this.skip();
    }
    if (entry.at < this.lastAt) {
      this.findings.add(`entry ${index}`, '时间早于前一条目', 'earlier than the entry before it');
    }
    this.lastAt = entry.at;
    this.checkChains(index, entry);
    return entry;
  }

  /** An entry that cannot be believed breaks the chains of subjects that nobody knows: they are not judged after it. */
  skip(): undefined {
    this.isChainKnown = false;
  }

  private checkChains(index: number, { subjects }: Entry): void {
    for (const { type, id, prev } of subjects) {
      const before = this.chains.follow(type, id, index);
      if (before === prev || !this.isChainKnown) continue;
      this.findings.add(
        `entry ${index}`,
        `${type} ${id} 的前一条目是 ${before ?? '无'},而不是 ${prev ?? '无'}`,
        `the entry before it about ${type} ${id} is ${before ?? 'none'}, not ${prev ?? 'none'}`,
      );
    }
  }
}
