import type { Answers } from './desk.js';

/** Readings of a bracelet as a person types them: of every item of the demo plan that applies. */
export const BRACELET_ANSWERS: Answers = {
  'CRY-QTY value.value': '1',
  'CRY-SKU value.text': '天然紫晶手串 8mm',
  'CRY-DOC value.values': '营业执照、合格证',
  'CRY-PHOTO value.value': '是',
  'CRY-MAT value.value': '紫晶',
  'CRY-RI value.value': '1.548',
  'CRY-RI instrument': 'R-02',
  'CRY-OPT value.value': '一轴晶正光性',
  'CRY-MAG value.verdict': '合格',
  'CRY-MAG value.text': '可见色带',
  'CRY-TREAT value.value': '未见优化处理',
  'CRY-WT value.value': '21.35',
  'CRY-WT instrument': 'b-03',
  'CRY-APP': '未见缺陷',
};
