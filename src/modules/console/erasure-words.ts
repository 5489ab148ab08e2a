import { ERASURE_GROUNDS } from '../../ledger/index.js';

/** What pages about people say of erasing them. */
export const erasureWords = {
  erasure: { zh: '删除个人信息', en: 'Erase personal data' },
  erasureText: {
    zh: '内容与盐值被销毁，任何人都不能恢复；条目、证明和核验不受影响。备份里的副本请另行删除。',
    en: 'Contents and salts are destroyed and nobody can bring them back; entries, proofs and verification stay. Copies in backups have to be deleted separately.',
  },
  erasureGround: { zh: '依据', en: 'Why' },
  erasureGroundHint: {
    zh: '个人信息保护法第四十七条；写入公开日志',
    en: 'As in Article 47 of the PIPL; it stands in the public log',
  },
  'ground.purpose-over': { zh: '处理目的已实现或不再必要', en: 'The purpose is achieved or needs it no more' },
  'ground.retention-over': { zh: '保存期限已届满', en: 'The time of keeping is over' },
  'ground.consent-withdrawn': { zh: '个人撤回同意', en: 'The person withdrew consent' },
  'ground.unlawful': { zh: '处理违反法律或约定', en: 'It was processed against law or agreement' },
  'ground.other-law': { zh: '法律、行政法规规定的其他情形', en: 'Another case that the law names' },
  erasureConfirm: { zh: '我确认删除，不能恢复', en: 'Erase it; nothing brings it back' },
  erasureDone: { zh: '个人信息已删除', en: 'Personal data erased' },
};

export const erasureGrounds: readonly string[] = ERASURE_GROUNDS;
