import { CROCKFORD, isCheckedCode, normalizeCode } from '../../kernel/base32.js';
import { CODE_LENGTH } from '../../kernel/verify-url.js';
import type { VerifyUnknownView } from './verification.view.js';

/** What a person asked for: the code behind a QR, a certificate's number, or neither. */
export type Wanted =
  { readonly kind: 'code' | 'number'; readonly text: string } | { readonly kind: 'none'; readonly why: WhyNone };

type WhyNone = VerifyUnknownView['why'];

const NUMBER_LENGTH = 10;
const NUMBER_PREFIX = 'YZ';
const MAX_SHOWN = 120;

// Input methods turn letters, digits and hyphens into their full-width and typographic cousins.
const DASHES = /[\u2010-\u2015\u2212]/g;
const ADDRESS = /\/v\/([^/?#\s]+)/i;

/** Reads a code as it was scanned, typed or pasted, a whole address included. */
export function wantedCode(typed: string): Wanted {
  const plain = typed.normalize('NFKC').replace(DASHES, '-').trim();
  const code = normalizeCode(ADDRESS.exec(plain)?.[1] ?? plain);
  if (code.length === CODE_LENGTH) return isAlphabet(code) ? { kind: 'code', text: code } : none('unknown');
  const body = code.length === NUMBER_LENGTH ? code : withoutPrefix(code);
  if (body.length !== NUMBER_LENGTH) return none('incomplete');
  return isCheckedCode(body) ? { kind: 'number', text: body } : none('mistyped');
}

/** What was typed, cut to what a page may repeat. */
export function shownAsTyped(typed: string): string {
  return [...typed.toWellFormed().trim()].slice(0, MAX_SHOWN).join('');
}

function none(why: WhyNone): Wanted {
  return { kind: 'none', why };
}

function withoutPrefix(code: string): string {
  return code.startsWith(NUMBER_PREFIX) ? code.slice(NUMBER_PREFIX.length) : code;
}

function isAlphabet(code: string): boolean {
  return [...code].every((character) => CROCKFORD.includes(character));
}
