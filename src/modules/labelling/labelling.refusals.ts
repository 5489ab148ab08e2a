import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('labelling', {
  unknown: {
    kind: 'not-found',
    zh: '没有这份标签，或您无权查看。',
    en: 'There is no such label, or you may not see it.',
  },
  publicUrlMissing: {
    kind: 'conflict',
    zh: '尚未设置 PUBLIC_URL，不能打印标签。请管理员设置公开网址并重启服务。',
    en: 'PUBLIC_URL is not set, so no label can be printed. Ask the administrator to set it and restart.',
  },
  noGoodCopy: {
    kind: 'conflict',
    zh: '没有可用的标签：没有已打印且未作废、未贴的标签。请先打印。',
    en: 'There is no label to apply: none is printed, unspoiled and not yet applied. Print one first.',
  },
  nothingToPrint: {
    kind: 'conflict',
    zh: '该单元没有可打印的标签。请先生成标签，作废的标签不再打印。',
    en: 'This unit has no labels to print. Make labels first; spoiled ones are not printed.',
  },
  tooManyCopies: {
    kind: 'invalid',
    zh: '一个文件最多 {most} 份标签。请用 from、to 分次打印。',
    en: 'A file holds at most {most} labels. Print them in parts with from and to.',
  },
  alreadySpoiled: {
    kind: 'conflict',
    zh: '该标签已经作废。',
    en: 'This label is spoiled already.',
  },
  warehouseLabels: {
    kind: 'forbidden',
    zh: '这件商品由质检仓贴标。商家只为自己拍摄打包的商品贴标。',
    en: 'The warehouse labels these goods. A merchant labels only what it packed before a camera itself.',
  },
});
