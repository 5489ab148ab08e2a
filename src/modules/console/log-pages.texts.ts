import { logEntryTexts } from './log-entries.texts.js';
import { consolePageTexts } from './shared.texts.js';

const page = {
  logText: {
    zh: '这里做的每件事都记在这本日志里。它只能增加，不能修改；任何人都可以下载核对。日志公开的是校验值，不是业务内容。',
    en: 'Everything done here is an entry of this log. It only grows, and anyone may download and check it. What it makes public are commitments, not the business itself.',
  },
  logSize: { zh: '条数', en: 'Entries' },
  origin: { zh: '日志名称', en: 'Name of the log' },
  vkey: { zh: '验证公钥', en: 'Verifier key' },
  lastEntry: { zh: '最近一条', en: 'Last entry' },
  checkpoint: { zh: '最新检查点', en: 'Newest checkpoint' },
  checkpointText: {
    zh: '依次是：日志名称、条数、根哈希；空行后是签名。',
    en: 'Line by line: name of the log, number of entries, root hash; after the blank line the signatures.',
  },
  checking: { zh: '怎样核对', en: 'How to check it' },
  'check.1': {
    zh: '把验证公钥抄下来另外保存。以后只信这把公钥，不信网站当时显示的。',
    en: 'Write the verifier key down and keep it elsewhere. Later trust that copy, not what the site shows then.',
  },
  'check.2': {
    zh: '隔一段时间下载一次检查点，用公钥验签名（C2SP signed-note 格式）。',
    en: 'Download the checkpoint from time to time and check its signature with the key (C2SP signed-note).',
  },
  'check.3': {
    zh: '用日志分片（C2SP tlog-tiles）证明：新的检查点包含旧的全部条目，一条没少，一条没改。',
    en: 'With the tiles (C2SP tlog-tiles) prove that the new checkpoint holds every entry of the old one, unchanged.',
  },
  'check.4': {
    zh: '每张证书的查询页都带有证明，可以逐条对照这里的检查点。',
    en: 'Each certificate’s page carries proofs that lead to a checkpoint of this log.',
  },
  openCheckpoint: { zh: '打开检查点', en: 'Open the checkpoint' },
  openKey: { zh: '打开公钥', en: 'Open the key' },
  entries: { zh: '最近的条目', en: 'Last entries' },
  index: { zh: '序号', en: 'Index' },
  entryKind: { zh: '内容', en: 'What' },
  about: { zh: '涉及', en: 'About' },
  subjectCount: { zh: '{count} 个对象', en: '{count} subjects' },
  earlier: { zh: '更早的', en: 'Earlier' },
};

export const logTexts = consolePageTexts('log', { ...logEntryTexts, ...page });
