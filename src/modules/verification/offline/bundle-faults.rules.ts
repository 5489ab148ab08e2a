import type { Text } from '../../../kernel/language.js';
import type { TlogError, TlogErrorCode } from '../../../tlog/index.js';

/** Which part of a bundle something is about; entries are counted from 1, oldest first. */
export type BundlePart = 'file' | 'policy' | 'checkpoint' | 'certificate' | 'newest' | `entry ${number}`;

/** Something in a bundle that does not hold: where, and what. */
export interface Fault {
  readonly part: BundlePart;
  readonly where: Text;
  readonly what: Text;
}

export function inEntry(number: number): BundlePart {
  return `entry ${number}`;
}

export function fault(part: BundlePart, what: Text): Fault {
  return { part, where: WHERE[part] ?? entryName(part), what };
}

const WHERE: Readonly<Record<string, Text>> = {
  file: { zh: '文件', en: 'The file' },
  policy: { zh: '信任策略', en: 'The policy' },
  checkpoint: { zh: '检查点', en: 'The checkpoint' },
  certificate: { zh: '证书', en: 'The certificate' },
  newest: { zh: '日志的最后一条记录', en: 'The last entry of the log' },
};

function entryName(part: string): Text {
  const number = part.slice('entry '.length);
  return { zh: `第 ${number} 条记录`, en: `Entry ${number} of the unit` };
}

const REASONS: Readonly<Partial<Record<TlogErrorCode, string>>> = {
  signature: '签名不成立',
  quorum: '见证方的联署不足',
  proof: '证明不完整或不成立',
  policy: '信任策略无法读取',
  cosignature: '联署不成立',
  base64: 'base64 编码有误',
  checkpoint: '检查点格式有误',
  note: '签名文本格式有误',
};

/** Why a text of the log's formats was refused. */
export function reasonOf({ code, message }: TlogError): Text {
  return { zh: REASONS[code] ?? '格式有误', en: message };
}
