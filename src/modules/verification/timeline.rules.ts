import { printedNumber } from '../../kernel/certificate-number.js';
import type { Text } from '../../kernel/language.js';
import { type ChainEntry, objectIn, type Says, textIn } from './unit-chain.rules.js';
import type { VerifyStep } from './verification.view.js';

/** A stop on the way of a unit; undefined when an entry of the kind is none that buyers need. */
type Station = (says: Says) => { readonly station: Text; readonly note?: Text } | undefined;

const at = (station: Text, note?: (says: Says) => Text | undefined): Station => {
  return (says) => {
    const text = note?.(says);
    return text ? { station, note: text } : { station };
  };
};

/** Kinds that are not here (readings, gates, files …) stand in the proofs, not on the timeline. */
const STATIONS: Readonly<Record<string, Station>> = {
  'units.unit-registered': registered,
  'inspection.started': at({ zh: '开始检测', en: 'Inspection started' }),
  'inspection.submitted': at({ zh: '检测完成', en: 'Inspection finished' }, itemCount),
  'inspection.override-decided': overridden,
  'reports.sample-sent': at({ zh: '送检', en: 'Sample sent to a laboratory' }, laboratory),
  'reports.report-filed': at({ zh: '外部报告', en: 'Laboratory report filed' }, reportNumber),
  'reports.report-withdrawn': at({ zh: '外部报告撤回', en: 'Laboratory report withdrawn' }, reportNumber),
  'inspection.reviewed': reviewed,
  'inspection.broken-off': at({ zh: '检测中止', en: 'Inspection broken off' }),
  'certificates.issued': at({ zh: '签发证书', en: 'Certificate issued' }, certificateNumber),
  'certificates.state-changed': stateChanged,
  'packaging.packed': at({ zh: '统一包装', en: 'Packed and sealed' }, seal),
  'labelling.copies-printed': at({ zh: '打印标签', en: 'Labels printed' }, copies),
  'labelling.copy-spoiled': at({ zh: '标签作废', en: 'Label cancelled' }, ({ number }) => copyNumber(number)),
  'labelling.applied': at({ zh: '统一标识', en: 'Labelled' }),
  'shipping.handed-over': at({ zh: '出库交接', en: 'Handed to the carrier' }, (says) =>
    same(textIn(says, 'carrierName')),
  ),
  'units.lots-repacked': at({ zh: '分装', en: 'Repacked' }, lots),
  'units.unit-held': at({ zh: '暂扣', en: 'Put on hold' }),
  'units.hold-released': at({ zh: '解除暂扣', en: 'Hold released' }),
  'units.stage-reached': stage,
  'units.unit-regraded': at({ zh: '改级', en: 'Regraded' }, (says) => same(textIn(says, 'name'))),
  'nonconformity.opened': at({ zh: '不合格登记', en: 'Non-conformance recorded' }, (says) =>
    same(textIn(says, 'severity')),
  ),
  'nonconformity.closed': at(
    { zh: '不合格处置完成', en: 'Non-conformance settled' },
    (says) => DISPOSITIONS[textIn(says, 'disposition') ?? ''],
  ),
  'filming.packing-file-sent': at({ zh: '商家上传打包文件', en: 'Merchant sent a packing file' }),
  'diversions.resubmitted': at({ zh: '重新送检', en: 'Sent in again' }, attempt),
  'diversions.reinspection-ordered': at({ zh: '安排复检', en: 'Another inspection ordered' }, (says) =>
    publicReason(objectIn(says, 'reason')),
  ),
  'diversions.intercepted': at({ zh: '拦截', en: 'Intercepted' }, (says) => CAUSES[textIn(says, 'cause') ?? '']),
};

/** What happened to a unit, oldest first, each step with the entry that says so. */
export function timelineOf(chain: readonly ChainEntry[]): VerifyStep[] {
  return chain.flatMap(({ index, kind, at: moment, says }) => {
    const stop = Object.hasOwn(STATIONS, kind) ? STATIONS[kind]?.(says) : undefined;
    return stop ? [{ at: moment, ...stop, entry: index }] : [];
  });
}

const DISPOSITIONS: Readonly<Record<string, Text>> = {
  rework: { zh: '返工', en: 'Rework' },
  regrade: { zh: '改级', en: 'Regrade' },
  return: { zh: '退回', en: 'Return' },
  destroy: { zh: '销毁', en: 'Destroy' },
};

const CAUSES: Readonly<Record<string, Text>> = {
  refund: { zh: '退款', en: 'Refund' },
  regulator: { zh: '监管要求', en: 'By order of a regulator' },
};

/** Stages that no other entry of the same command tells. */
const STAGES: Readonly<Record<string, Text>> = {
  'intake-exception': { zh: '入库异常', en: 'Did not fit what was announced' },
  'awaiting-pickup': { zh: '待自提', en: 'Waits for pick-up' },
  'picked-up': { zh: '已自提', en: 'Picked up' },
  returned: { zh: '退回商家', en: 'Returned to the merchant' },
  destroyed: { zh: '已销毁', en: 'Destroyed' },
};

function stage(says: Says): ReturnType<Station> {
  const station = STAGES[textIn(says, 'stage') ?? ''];
  return station ? { station } : undefined;
}

function attempt({ attempt: number }: Says): Text | undefined {
  return typeof number === 'number' ? { zh: `第 ${number} 次`, en: `Attempt ${number}` } : undefined;
}

const VERDICTS: Readonly<Record<string, Text>> = {
  pass: { zh: '合格', en: 'Pass' },
  fail: { zh: '不合格', en: 'Fail' },
};

/** What its merchant films never came in. */
function registered(says: Says): ReturnType<Station> {
  if (textIn(says, 'flow') !== 'merchant-films') return { station: { zh: '收货登记', en: 'Received and registered' } };
  return { station: { zh: '登记（商家自行拍摄打包）', en: 'Registered; packed and filmed by the merchant' } };
}

function reviewed(says: Says): ReturnType<Station> {
  if (textIn(says, 'decision') !== 'sign') return { station: { zh: '复核退回', en: 'Sent back by the reviewer' } };
  const note = VERDICTS[textIn(says, 'verdict') ?? ''];
  return { station: { zh: '复核签发', en: 'Reviewed and signed' }, ...(note ? { note } : {}) };
}

/** Only what two people let through; what was declined changed nothing. */
function overridden(says: Says): ReturnType<Station> {
  if (textIn(says, 'decision') !== 'approve') return undefined;
  const instrument = [textIn(says, 'instrumentName'), textIn(says, 'instrument')].filter(Boolean).join(' ');
  return { station: { zh: '仪器例外获批', en: 'Instrument let through' }, note: { zh: instrument, en: instrument } };
}

const STATES: Readonly<Record<string, Text>> = {
  valid: { zh: '证书恢复有效', en: 'Certificate reinstated' },
  suspended: { zh: '证书暂停', en: 'Certificate suspended' },
  revoked: { zh: '证书撤销', en: 'Certificate withdrawn' },
  superseded: { zh: '证书换新', en: 'Certificate replaced' },
};

function stateChanged(says: Says): ReturnType<Station> {
  const station = STATES[textIn(says, 'state') ?? ''];
  if (!station) return undefined;
  const note = publicReason(objectIn(says, 'reason')) ?? certificateNumber(objectIn(says, 'supersededBy'));
  return note ? { station, note } : { station };
}

/** A reason as everybody reads it; the Chinese stands in for an English that nobody wrote. */
export function publicReason(reason: Says): Text | undefined {
  const zh = textIn(reason, 'zh');
  return zh === undefined ? undefined : { zh, en: textIn(reason, 'en') ?? zh };
}

function itemCount(says: Says): Text | undefined {
  const { results } = says;
  return Array.isArray(results) ? { zh: `${results.length} 项`, en: counted(results.length, 'item') } : undefined;
}

function seal(says: Says): Text | undefined {
  const sealNo = textIn(says, 'sealNo');
  return sealNo === undefined ? undefined : { zh: `封签 ${sealNo}`, en: `Seal ${sealNo}` };
}

function laboratory(says: Says): Text | undefined {
  return same(textIn(objectIn(says, 'laboratory'), 'name'));
}

function reportNumber(says: Says): Text | undefined {
  return same([laboratory(says)?.zh, textIn(says, 'number')].filter(Boolean).join(' '));
}

function copies({ count }: Says): Text | undefined {
  return typeof count === 'number' ? { zh: `${count} 份`, en: counted(count, 'label') } : undefined;
}

function copyNumber(number: unknown): Text | undefined {
  return typeof number === 'number' ? { zh: `第 ${number} 份`, en: `Copy ${number}` } : undefined;
}

function lots({ sources, children }: Says): Text | undefined {
  if (typeof sources !== 'number' || typeof children !== 'number') return undefined;
  return {
    zh: `${sources} 个来源批次，分成 ${children} 批`,
    en: `${counted(sources, 'source lot')} into ${counted(children, 'lot')}`,
  };
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

function certificateNumber(says: Says): Text | undefined {
  const text = textIn(says, 'number');
  return text === undefined ? undefined : same(printedNumber(text));
}

function same(text: string | undefined): Text | undefined {
  return text === undefined ? undefined : { zh: text, en: text };
}
