const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const CLOSING = /[，。、；：！？）」』》〉】〕”’…)\]},.;:!?%‰°℃ ]/u;
const OPENING = /[（「『《〈【〔“‘([{]/u;

/**
 * Breaks a text into lines no wider than `width`, as `widthOf` measures: between Chinese characters and at spaces,
 * never before closing or after opening punctuation (避头尾). A piece that is wider than a line is cut where it must be.
 */
export function breakLines(text: string, width: number, widthOf: (piece: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text).flatMap((whole) => cut(whole, width, widthOf))) {
    if (line !== '' && used + widthOf(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += piece;
    used += widthOf(piece);
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let last = '';
  for (const character of text.trim().replace(/\s+/g, ' ')) {
    if (last === '' || mayBreak(last, character)) found.push(character);
    else found.push(`${found.pop() ?? ''}${character}`);
    last = character;
  }
  return found;
}

function mayBreak(before: string, after: string): boolean {
  if (CLOSING.test(after) || OPENING.test(before)) return false;
  return before === ' ' || WIDE.test(before) || WIDE.test(after);
}

function cut(piece: string, width: number, widthOf: (piece: string) => number): readonly string[] {
  if (widthOf(piece.trimEnd()) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && widthOf(part + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
