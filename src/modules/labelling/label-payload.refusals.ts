import { declareRefusals } from '../../kernel/refusal.js';

export const labelPayloadRefusals = declareRefusals('labelling', {
  addressIsLocal: {
    kind: 'conflict',
    zh: '公开网址仍是 {publicUrl}，手机无法打开；请先设置 PUBLIC_URL 再打印正式标签',
    en: 'The public address is still {publicUrl}, which no phone can open; set PUBLIC_URL before printing real labels',
  },
});
