import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** The largest tree that was signed and released, kept outside the database. */
export interface SignedTree {
  readonly size: number;
  /** Root hash, hex. */
  readonly root: string;
}

const COMPACT_ABOVE_BYTES = 1 << 20;
/** Room for some 25 lines: processes that share the file append nearly in order, so the largest is among the last. */
const TAIL_BYTES = 2_048;
const LINE = /^(\d+) ([0-9a-f]{64})$/;

/**
 * The signing guard of one log: a file of lines `size root`, appended after each commit and before its signatures
 * are released. Appends of several processes do not overwrite each other, so they may share the file.
 * It is what tells a restored, older database from the true one.
 */
export class SigningGuard {
  constructor(readonly file: string) {}

  get exists(): boolean {
    return existsSync(this.file);
  }

  /** The largest tree at the end of the file; undefined when there is none. A torn line is passed over. */
  read(): SignedTree | undefined {
    if (!this.exists) return undefined;
    const descriptor = openSync(this.file, 'r');
    try {
      return largestIn(tailOf(descriptor));
    } finally {
      closeSync(descriptor);
    }
  }

  write(tree: SignedTree): void {
    if (!this.exists) mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
    this.append(tree);
    if (statSync(this.file).size > COMPACT_ABOVE_BYTES) this.compact();
  }

  private compact(): void {
    const old = openSync(this.file, 'r');
    try {
      const largest = largestIn(tailOf(old));
      if (!largest) return;
      // Each process has a name of its own for it: two that compact at once do not take it from each other.
      const fresh = `${this.file}.${process.pid}.new`;
      writeFileSync(fresh, lineOf(largest), { mode: 0o600 });
      renameSync(fresh, this.file);
      // What another process appended meanwhile stands in the old file.
      const late = largestIn(tailOf(old));
      if (late && late.size > largest.size) this.append(late);
    } finally {
      closeSync(old);
    }
  }

  private append(tree: SignedTree): void {
    // The first newline ends a line that was torn when the disk was full.
    appendFileSync(this.file, `\n${lineOf(tree)}`, { mode: 0o600 });
  }
}

function lineOf({ size, root }: SignedTree): string {
  return `${size} ${root}\n`;
}

function largestIn(text: string): SignedTree | undefined {
  let largest: SignedTree | undefined;
  for (const line of text.split('\n')) {
    const tree = parseLine(line);
    if (tree && (!largest || tree.size >= largest.size)) largest = tree;
  }
  return largest;
}

function parseLine(line: string): SignedTree | undefined {
  const match = LINE.exec(line);
  return match?.[1] && match[2] ? { size: Number(match[1]), root: match[2] } : undefined;
}

function tailOf(descriptor: number): string {
  const { size } = fstatSync(descriptor);
  const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
  readSync(descriptor, tail, 0, tail.length, size - tail.length);
  return tail.toString('utf8');
}
