import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('filming', {
  notFilmed: {
    kind: 'conflict',
    zh: '该件由质检仓检测，不收商家拍摄的文件。',
    en: 'This unit is tested by the warehouse; it takes no files that the merchant filmed.',
  },
  fileUnknown: {
    kind: 'not-found',
    zh: '没有这个文件，或您无权查看。',
    en: 'There is no such file, or you may not see it.',
  },
  filesMissing: {
    kind: 'conflict',
    zh: '还缺商家的文件：{files}。四个文件齐全后才能审核。',
    en: 'Files of the merchant are missing: {files}. The audit begins once all four are here.',
  },
  pictureExpected: {
    kind: 'invalid',
    zh: '这里要一张图片：JPEG、PNG 或 WebP，最大 8 MiB。',
    en: 'This takes a picture: JPEG, PNG or WebP of at most 8 MiB.',
  },
  filmExpected: {
    kind: 'invalid',
    zh: '这里要一段视频：MP4（video/mp4），最大 32 MiB。',
    en: 'This takes a film: MP4 (video/mp4) of at most 32 MiB.',
  },
});
