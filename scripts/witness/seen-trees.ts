import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { decodeBase64, encodeBase64 } from '../../src/tlog/index.js';
import type { SeenTree } from './judge.js';

/**
 * What a witness has cosigned, by origin: a small text file, replaced as a whole. It is on the disk when `keep` returns,
 * so that no crash makes the witness forget what it has signed.
 */
export class SeenTrees {
  private trees: ReadonlyMap<string, SeenTree>;

  constructor(private readonly file: string) {
    this.trees = existsSync(file) ? parse(readFileSync(file, 'utf8'), file) : new Map();
  }

  of(origin: string): SeenTree | undefined {
    return this.trees.get(origin);
  }

  keep(origin: string, tree: SeenTree): void {
    const trees = new Map(this.trees).set(origin, tree);
    const lines = [...trees].map(([name, { size, root }]) => `${size} ${encodeBase64(root)} ${name}\n`);
    writeSynced(`${this.file}.new`, lines.join(''));
    renameSync(`${this.file}.new`, this.file);
    syncFolder(dirname(this.file));
    this.trees = trees;
  }
}

/** Throws when a line is not readable: a witness that has forgotten must not sign. */
function parse(text: string, file: string): Map<string, SeenTree> {
  const lines = text.split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [, size, root, origin] = /^(\d+) (\S+) (.+)$/.exec(line) ?? [];
      if (!size || !root || !origin) throw new Error(`${file} 已损坏 / is damaged: ${line}`);
      return [origin, { size: Number(size), root: decodeBase64(root) }];
    }),
  );
}

function writeSynced(file: string, text: string): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
