import { SheetFault } from './sheet-rows.ts';

/** Told of tags by their names without a prefix, and of the text between them. */
export interface XmlListener {
  open(name: string, attributes: string): void;
  text(text: string): void;
  close(name: string): void;
}

/** No tag or text of a sheet is longer. */
const LONGEST = 1_048_576;

/** Reads XML in pieces, as far as spreadsheets use it: no DOCTYPE, no entities of its own. Throws SheetFault. */
export class XmlScanner {
  private rest = '';
  private readonly listener: XmlListener;

  constructor(listener: XmlListener) {
    this.listener = listener;
  }

  take(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      const end = endOf(text, start);
      if (end < 0) break;
      if (start > at) this.listener.text(text.slice(at, start));
      this.tag(text.slice(start, end));
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST) throw new SheetFault('unreadable');
  }

  private tag(tag: string): void {
    const second = tag[1];
    if (second === '!') {
      if (tag.startsWith('<![CDATA[')) this.listener.text(tag.slice(9, -3).replaceAll('&', '&amp;'));
      else if (!tag.startsWith('<!--')) throw new SheetFault('unreadable');
      return;
    }
    if (second === '?') return;
    if (second === '/') {
      this.listener.close(plain(tag.slice(2, -1).trim()));
      return;
    }
    const isEmpty = tag.endsWith('/>');
    const inner = tag.slice(1, isEmpty ? -2 : -1);
    const gap = inner.search(/\s/);
    const name = plain(gap < 0 ? inner : inner.slice(0, gap));
    this.listener.open(name, gap < 0 ? '' : inner.slice(gap));
    if (isEmpty) this.listener.close(name);
  }
}

function endOf(text: string, start: number): number {
  const mark = text.startsWith('<!--', start) ? '-->' : text.startsWith('<![CDATA[', start) ? ']]>' : '>';
  // A piece may end within the mark that tells what this is.
  if (text[start + 1] === '!' && text.length - start < 9) return -1;
  const end = text.indexOf(mark, start);
  return end < 0 ? -1 : end + mark.length;
}

function plain(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute, or undefined. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const raw = found?.[1] ?? found?.[2];
  return raw === undefined ? undefined : decoded(raw);
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with its entities resolved. Throws SheetFault on one that XML does not bring along. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;]{0,12});?/g, (_, name: string) => {
    const code = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
    if (!code) return NAMED[name] ?? fault();
    const point = code[1] ? Number.parseInt(code[1], 16) : Number(code[2]);
    return point <= 0x10ffff ? String.fromCodePoint(point) : fault();
  });
}

function fault(): never {
  throw new SheetFault('unreadable');
}
