/** What forms say that take a value, of a reading or of a report. */
export const valueWords = {
  notDetected: { zh: '未检出', en: 'Not detected' },
  listHint: { zh: '用顿号、逗号或换行分开', en: 'Separate with commas or new lines' },
  countsHint: {
    zh: '每个样品一个数，用空格分开；未检出写 ND',
    en: 'One count a sample, with spaces; ND for not detected',
  },
  noDefects: { zh: '未见缺陷', en: 'No defect seen' },
  defect: { zh: '缺陷 {number}', en: 'Defect {number}' },
  severity: { zh: '程度', en: 'Severity' },
  'severity.CR': { zh: '严重', en: 'Critical' },
  'severity.MA': { zh: '一般', en: 'Major' },
  'severity.MI': { zh: '轻微', en: 'Minor' },
  count: { zh: '个数', en: 'How many' },
  sampledCount: { zh: '看了几件', en: 'How many were looked at' },
};
