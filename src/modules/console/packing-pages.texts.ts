import { consolePageTexts } from './shared.texts.js';

export const packingTexts = consolePageTexts('packing', {
  queue: { zh: '待包装', en: 'To pack' },
  nothingWaits: {
    zh: '没有等待包装的商品。检测合格并签发证书后，会出现在这里。',
    en: 'No goods wait. They appear here once they passed and have a certificate.',
  },
  scanFirst: { zh: '扫商品上的码，直接打开。', en: 'Scan a code to open its goods.' },
  title: { zh: '包装：{name}', en: 'Pack: {name}' },
  sealNo: { zh: '封签号', en: 'Seal number' },
  sealHint: {
    zh: '扫封签上的码，或照着输入。每个封签只能用一次。',
    en: 'Scan the seal or type it. A seal is used once.',
  },
  mass: { zh: '封装后的质量', en: 'Mass of the sealed pack' },
  massUnit: { zh: '单位', en: 'Unit' },
  massHint: { zh: '照秤上的数字填，不要换算', en: 'As the scale shows it; do not convert' },
  pack: { zh: '完成包装', en: 'Packed' },
  packed: { zh: '已包装，接着贴标', en: 'Packed; now the labels' },
  check: { zh: '装之前核对', en: 'Check before packing' },
  checkText: {
    zh: '照片、品名、数量和手里的是同一件；证书有效。',
    en: 'The photograph, name and quantity are those of the goods in hand, and the certificate is valid.',
  },
  certificate: { zh: '证书', en: 'Certificate' },
  notNow: { zh: '现在不能包装', en: 'It cannot be packed now' },
  noCertificate: {
    zh: '还没有有效的证书。复核员签发后才能包装。',
    en: 'It has no valid certificate. The reviewer issues it first.',
  },
  openUnit: { zh: '打开商品', en: 'Open the goods' },
  photo: { zh: '照片', en: 'Photograph' },
});
