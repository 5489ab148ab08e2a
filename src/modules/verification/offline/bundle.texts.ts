import { pageTexts } from '../../../platform/pages/page-texts.js';
import { verifyTexts } from '../verification.texts.js';

const verdicts = {
  'bundle.verified': { zh: '核验通过', en: 'Verified' },
  'bundle.failed': { zh: '核验不通过', en: 'Not verified' },
  'bundle.unchecked': { zh: '此浏览器无法核验签名', en: 'This browser cannot check signatures' },
  'bundle.verifiedText': {
    zh: '下面的内容与公开日志所承诺的一字不差，签名和证明全部成立。',
    en: 'What is shown below is word for word what the public log committed to. Every signature and proof is good.',
  },
  'bundle.failedText': {
    zh: '这个文件里有内容被改动、缺失或对不上。请不要相信它，改扫证书或标签上的二维码。',
    en: 'Something in this file was altered, is missing or does not fit. Do not rely on it: scan the QR code instead.',
  },
  'bundle.uncheckedText': {
    zh: '它不支持 Ed25519。请用较新的 Chrome、Edge、Firefox 或 Safari 打开这个文件，或用命令 npm run verify-bundle 核验。在此之前，什么都没有得到证明。',
    en: 'It has no Ed25519. Open this file in a recent Chrome, Edge, Firefox or Safari, or use the command npm run verify-bundle. Until then nothing is proven.',
  },
  'bundle.stateThen': { zh: '当时的状态：{state}', en: 'State at that time: {state}' },
  'bundle.asOf': { zh: '截至', en: 'As of' },
  'bundle.faults': { zh: '哪里不对', en: 'What is wrong' },
};

const now = {
  'bundle.nowTitle': { zh: '现在还有效吗？请扫码', en: 'Still valid today? Scan the code' },
  'bundle.nowText': {
    zh: '这个文件只说到 {time} 为止。此后证书可能已暂停、撤销或换新，文件自己看不出来。请扫二维码，或打开：',
    en: 'This file speaks of the state at {time} only. Since then the certificate may have been suspended, withdrawn or replaced, which no file can know. Scan the QR code, or open:',
  },
};

const proofs = {
  'bundle.how': { zh: '证明了什么，怎样证明的', en: 'What was proven, and how' },
  'bundle.inclusion': {
    zh: '{count} 条记录，每一条都在日志里（共 {size} 条，RFC 6962 包含证明）。',
    en: 'Each of the {count} entries is in the log of {size} entries (RFC 6962 inclusion proofs).',
  },
  'bundle.content': {
    zh: '公开内容与记录里的承诺逐字相符（加盐 SHA-256）。',
    en: 'The public contents are those that the entries committed to (salted SHA-256).',
  },
  'bundle.chain': {
    zh: '从第一条到最后列出的一条，中间没有缺漏（每条都指明前一条）。',
    en: 'From the first to the last entry listed none is missing between them (each names the one before).',
  },
  'bundle.signed': { zh: '日志 {name} 签了检查点（Ed25519）。', en: 'The log {name} signed the checkpoint (Ed25519).' },
  'bundle.cosigned': {
    zh: '见证方 {name} 于 {time} 联署。',
    en: 'The witness {name} cosigned it at {time}.',
  },
  'bundle.quorum': {
    zh: '联署满足信任策略的要求：{quorum}。',
    en: 'That is the quorum which the policy asks for: {quorum}.',
  },
  'bundle.noQuorum': {
    zh: '信任策略没有要求见证方。',
    en: 'The policy asks for no witness.',
  },
  'bundle.newest': {
    zh: '检查点里最后一条记录的时间是 {time}。',
    en: 'The last entry under the checkpoint was written at {time}.',
  },
  'bundle.notProven': { zh: '这个文件不能证明', en: 'What this file does not prove' },
  'bundle.notLater': {
    zh: '最后列出的记录之后有没有新的记录：请扫码。',
    en: 'Whether there is a later entry than the last one listed: scan the code.',
  },
  'bundle.notSelf': {
    zh: '文件自带的公钥就是那个日志的公钥：请与另外得到的核对。伪造的文件也可以画出“核验通过”；用 npm run verify-bundle 和您自己的信任策略核验，就不必相信文件自带的程序。',
    en: 'That the key inside is really the log’s: compare it with one from elsewhere. A forged file can draw a tick too; npm run verify-bundle with a policy of your own trusts nothing in the file.',
  },
  'bundle.policy': { zh: '文件自带的信任策略', en: 'The policy inside this file' },
  'bundle.key': { zh: '日志公钥', en: 'Key of the log' },
  'bundle.root': { zh: '根哈希', en: 'Root hash' },
  'bundle.checkpointSize': { zh: '检查点大小', en: 'Size of the checkpoint' },
  'bundle.entries': { zh: '每一条记录', en: 'Every entry' },
  'bundle.entriesText': {
    zh: '点开可见公开的内容、盐、承诺和证明（C2SP tlog-proof 文本），可用别的程序再核。',
    en: 'Open one to see what it says in public, its salt, commitment and proof (C2SP tlog-proof text), to check with other programs.',
  },
  'bundle.says': { zh: '公开的内容', en: 'What it says in public' },
  'bundle.saysNothing': { zh: '没有公开的内容', en: 'It says nothing in public' },
  'bundle.salt': { zh: '盐', en: 'Salt' },
  'bundle.commitment': { zh: '承诺', en: 'Commitment' },
  'bundle.leaf': { zh: '叶哈希', en: 'Leaf hash' },
  'bundle.bytes': { zh: '记录原文', en: 'Bytes of the entry' },
  'bundle.proof': { zh: '证明', en: 'Proof' },
};

/** The texts of the offline file; those of the page behind a code say the facts. */
export const bundleTexts = { ...verifyTexts, ...pageTexts('bundle', { ...verdicts, ...now, ...proofs }) };
