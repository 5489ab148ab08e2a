import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('deadlines', {
  outOfOrder: {
    kind: 'invalid',
    zh: '时限须依次增大：检测提醒 ≤ 交接提醒 ≤ 总时限。请改正后再保存。',
    en: 'The times must grow: warning in test ≤ warning before hand-over ≤ total. Correct them and save again.',
  },
  hoursReversed: {
    kind: 'invalid',
    zh: '营业时间的结束须晚于开始；跨过午夜的班次请选全天计时。',
    en: 'The working day must end after it begins; for shifts past midnight count round the clock.',
  },
});
