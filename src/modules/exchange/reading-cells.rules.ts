import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { normalizeText } from '../../kernel/text.js';
import type { PlanItem } from '../catalog/index.js';
import { kindsOf, type ReadingKind, type ReadingValue } from '../inspection/index.js';
import { booleanOf, jsonOf, listOf, listText, unitCodeOf } from './sheet-cells.rules.js';

const NOT_DETECTED = ['未检出', 'nd', 'n.d.', 'not detected'];
const OPINIONS: Readonly<Record<string, 'pass' | 'fail'>> = {
  合格: 'pass',
  不合格: 'fail',
  pass: 'pass',
  fail: 'fail',
};

/**
 * The value that a cell says of an item, in the first kind that the item takes and one cell can say; undefined when
 * none can. Whether it is a good value is left to the rules of single readings.
 */
export function readingIn(item: PlanItem, text: string, unitText: string | undefined): unknown {
  if (text.startsWith('{')) return jsonOf(text);
  const unit = unitCodeOf(unitText) ?? null;
  const kinds = kindsOf(item);
  const isNotDetected = NOT_DETECTED.includes(normalizeText(text).toLowerCase());
  if (isNotDetected && kinds.includes('not-detected')) return { kind: 'not-detected', unit };
  for (const kind of kinds) {
    const value = valueOf(kind, text, unit);
    if (value) return value;
  }
  return undefined;
}

function valueOf(kind: ReadingKind, text: string, unit: string | null): object | undefined {
  const plain = normalizeText(text);
  switch (kind) {
    case 'number':
      return { kind, value: plain, unit };
    case 'boolean': {
      const value = booleanOf(plain);
      return value === undefined ? undefined : { kind, value };
    }
    case 'enum':
      return { kind, value: plain };
    case 'text':
      return { kind, text };
    case 'list':
      return { kind, unit, values: listOf(text) };
    case 'opinion':
      return opinionOf(text);
    default:
      return undefined;
  }
}

/** `合格:颗粒均匀` or `pass: even grains`. */
function opinionOf(text: string): object | undefined {
  const [, word = '', reason = ''] = /^([^:：]+)[:：]\s*(.+)$/su.exec(text) ?? [];
  const verdict = OPINIONS[normalizeText(word).toLowerCase()];
  return verdict && { kind: 'opinion', verdict, text: reason };
}

/** A value as the cells that `readingIn` reads it from; as JSON when plain ones would not say all of it. */
export function readingCells(item: PlanItem, value: ReadingValue): { readonly value: string; readonly unit: string } {
  const plain = { value: plainText(value), unit: 'unit' in value ? (value.unit ?? '') : '' };
  const isSame = plain.value !== '' && asText(readingIn(item, plain.value, plain.unit || undefined)) === asText(value);
  return isSame ? plain : { value: JSON.stringify(value), unit: '' };
}

function plainText(value: ReadingValue): string {
  switch (value.kind) {
    case 'number':
    case 'enum':
      return value.value;
    case 'not-detected':
      return '未检出';
    case 'boolean':
      return value.value ? '是' : '否';
    case 'text':
      return value.text;
    case 'list':
      return listText(value.values);
    case 'opinion':
      return `${value.verdict === 'pass' ? '合格' : '不合格'}:${value.text}`;
    default:
      return '';
  }
}

function asText(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value as Json);
}
