import type { Text } from '../../kernel/language.js';
import type { PlanItem } from '../catalog/index.js';

/** The four files of 微信小店 生鲜类, by its own field names and Chinese words; the English is ours. */
const FILES = {
  'product-express-pic': { zh: '商品快递单图片', en: 'Picture of the courier slip' },
  'packaging-box-panoramic-video': { zh: '商品包装箱全景视频', en: 'Film all around the packed box' },
  'unboxing-panoramic-video': { zh: '商品开箱全景视频', en: 'Film of the opened box' },
  'single-product-detail-panoramic-video': { zh: '商品单个细节全景视频', en: 'Film of single goods in detail' },
} as const satisfies Readonly<Record<string, Text>>;

export type FilmKind = keyof typeof FILES;
export const FILM_KINDS: readonly FilmKind[] = [
  'product-express-pic',
  'packaging-box-panoramic-video',
  'unboxing-panoramic-video',
  'single-product-detail-panoramic-video',
];

const SOURCE =
  '[WXQIC] WeChat Store official docs, developers.weixin.qq.com/doc/store/API/qic: four packing files of 生鲜类';
const LIMIT: Text = {
  zh: '文件清楚、完整，与申报一致',
  en: 'the file is clear, complete, and shows what was declared',
};
const METHOD: Text = { zh: '审核商家上传的文件', en: 'audit of the file that the merchant sent' };

/** Of whatever is audited: who looks accepts each file or does not; no file, no verdict. */
export const FILM_ITEMS: readonly PlanItem[] = FILM_KINDS.map((kind, at) => ({
  code: `FILM-${at + 1}`,
  name: FILES[kind],
  unit: null,
  valueType: 'boolean',
  values: null,
  stage: 'packaging',
  mandatory: true,
  when: null,
  judge: { op: 'isTrue' },
  limitText: LIMIT,
  method: METHOD,
  standard: null,
  edition: null,
  inForce: null,
  until: null,
  editionBy: null,
  severity: 'CR',
  source: SOURCE,
  confidence: 'certain',
  limitBy: 'category',
}));

export function filmName(kind: FilmKind): Text {
  return FILES[kind];
}

export function isFilmKind(text: string): text is FilmKind {
  return FILM_KINDS.some((kind) => kind === text);
}
