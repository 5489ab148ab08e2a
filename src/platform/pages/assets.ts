import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file that a browser may keep for ever, since its address changes with its bytes. */
export interface Asset {
  readonly bytes: Buffer;
  readonly contentType: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** `Cache-Control` for every asset: the address holds the hash of the content. */
export const ASSET_CACHE_CONTROL = 'public, max-age=31536000, immutable';

/**
 * The style sheets, scripts and pictures of the pages, read once at the start.
 * One hash over all names and bytes stands in every address (`/assets/<hash>/base.css`), so that scripts may import
 * each other by relative paths and a page never mixes files of two releases.
 */
export class Assets {
  private readonly files: ReadonlyMap<string, Asset>;
  private readonly hash: string;

  /** Throws when the folder is missing or holds a kind of file that has no content type here. */
  constructor(folder: string) {
    const names = readdirSync(folder).toSorted();
    this.files = new Map(names.map((name) => [name, readAsset(folder, name)]));
    this.hash = hashOf(this.files);
  }

  /** The address of a file. Throws on an unknown name: a page that asks for it is wrong. */
  url(name: string): string {
    if (!this.files.has(name)) throw new Error(`There is no asset "${name}"`);
    return `/assets/${this.hash}/${name}`;
  }

  /** What a file says, to be put into a page that must do without others. Throws on an unknown name. */
  text(name: string): string {
    const file = this.files.get(name);
    if (!file) throw new Error(`There is no asset "${name}"`);
    return file.bytes.toString('utf8');
  }

  /** The file at an address; undefined for any other hash, so that old bytes are never served under a new address. */
  lookup(hash: string, name: string): Asset | undefined {
    return hash === this.hash ? this.files.get(name) : undefined;
  }
}

function readAsset(folder: string, name: string): Asset {
  const contentType = CONTENT_TYPES[extname(name)];
  if (!contentType) throw new Error(`The asset "${name}" has no content type`);
  return { bytes: readFileSync(join(folder, name)), contentType };
}

function hashOf(files: ReadonlyMap<string, Asset>): string {
  const hash = createHash('sha256');
  for (const [name, { bytes }] of files) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 16);
}
