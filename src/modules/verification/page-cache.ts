/** Something that was made once and is served until one of its subjects changes. */
export interface Kept {
  /** How much memory it takes, about. */
  readonly bytes: number;
  /** Ids of what it tells about. */
  readonly subjects: readonly string[];
}

export interface CacheBounds {
  readonly items: number;
  readonly bytes: number;
}

interface Making<T> {
  readonly made: Promise<T | undefined>;
  /** Subjects that changed since the making began: what it read of them may be old. */
  readonly changed: Set<string>;
}

/** Keeps what was used last within its bounds, and forgets what a change touches. */
export class PageCache<T extends Kept> {
  private readonly kept = new Map<string, T>();
  private readonly keysOf = new Map<string, Set<string>>();
  private readonly making = new Map<string, Making<T>>();
  private bytes = 0;

  constructor(private readonly bounds: CacheBounds) {}

  /** What is kept under the key, or what `make` makes; those who ask meanwhile wait for one making, and for another when what they asked about had changed under it. Nothing is not kept. */
  async get(key: string, make: () => Promise<T | undefined>): Promise<T | undefined> {
    const kept = this.kept.get(key);
    if (kept) return this.touched(key, kept);
    const running = this.making.get(key);
    if (!running) return this.make(key, make);
    const changed = new Set(running.changed);
    const made = await running.made;
    return isCurrent(made, changed) ? made : this.get(key, make);
  }

  /** Forgets everything that tells about a subject. */
  drop(subject: string): void {
    for (const key of this.keysOf.get(subject) ?? []) this.forget(key);
    for (const { changed } of this.making.values()) changed.add(subject);
  }

  get size(): { readonly items: number; readonly bytes: number } {
    return { items: this.kept.size, bytes: this.bytes };
  }

  private async make(key: string, make: () => Promise<T | undefined>): Promise<T | undefined> {
    const making: Making<T> = { made: make(), changed: new Set() };
    this.making.set(key, making);
    try {
      const made = await making.made;
      if (made && isCurrent(made, making.changed)) this.keep(key, made);
      return made;
    } finally {
      if (this.making.get(key) === making) this.making.delete(key);
    }
  }

  private touched(key: string, kept: T): T {
    this.kept.delete(key);
    this.kept.set(key, kept);
    return kept;
  }

  private keep(key: string, made: T): void {
    this.forget(key);
    if (made.bytes > this.bounds.bytes) return;
    this.kept.set(key, made);
    this.bytes += made.bytes;
    for (const subject of made.subjects) this.keysOf.set(subject, (this.keysOf.get(subject) ?? new Set()).add(key));
    // A Map remembers the order of insertion, so its first key is the one that was used longest ago.
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.bounds.items && this.bytes <= this.bounds.bytes) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const kept = this.kept.get(key);
    if (!kept) return;
    this.kept.delete(key);
    this.bytes -= kept.bytes;
    for (const subject of kept.subjects) {
      const keys = this.keysOf.get(subject);
      keys?.delete(key);
      if (keys?.size === 0) this.keysOf.delete(subject);
    }
  }
}

/** Tells whether what was made is what it would be made after these changes; of nothing it is not known what it depends on. */
function isCurrent(made: Kept | undefined, changed: ReadonlySet<string>): boolean {
  return made ? !made.subjects.some((subject) => changed.has(subject)) : changed.size === 0;
}
