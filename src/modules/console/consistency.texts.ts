/** What pages say of texts that are checked against each other. */
export const consistencyTexts = {
  'consistency.title': { zh: '文字核对', en: 'Texts checked' },
  'consistency.good': { zh: '品名、申报与检测结果一致。', en: 'Name, declarations and findings agree.' },
  'consistency.fail': { zh: '互相矛盾，不能签发证书', en: 'Contradictory: no certificate can be issued' },
  'consistency.undecided': { zh: '须人工核对', en: 'For a person to look at' },
  'consistency.confirm': { zh: '核对所见（公开）', en: 'What you saw (public)' },
  'consistency.confirmHint': {
    zh: '机器不能判断。看过之后写明所见，会印在证书上。',
    en: 'No machine can tell. Say what you saw when you looked; the certificate prints it.',
  },
};
