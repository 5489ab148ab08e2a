import { declareRefusals } from '../kernel/refusal.js';

export const refuse = declareRefusals('ledger', {
  busy: {
    kind: 'busy',
    zh: '系统正忙，请稍后再试；本次操作没有写入。',
    en: 'The system is busy. Try again in a moment; nothing was written.',
  },
  storageFailed: {
    kind: 'busy',
    zh: '存储空间不足或数据库暂不可用，本次操作没有写入。请联系管理员检查磁盘后重试。',
    en: 'The storage is full or the database cannot be reached; nothing was written. Ask the administrator to check the disk, then try again.',
  },
  outcomeUnknown: {
    kind: 'busy',
    zh: '未能确认本次操作是否已写入。请用相同的 Idempotency-Key 重试，或刷新后查看结果。',
    en: 'It is not known whether this was written. Repeat it with the same Idempotency-Key, or reload and look.',
  },
  readOnly: {
    kind: 'busy',
    zh: '账本处于只读状态：{reason} 查询不受影响；请管理员处理后再写入。',
    en: 'The ledger is read-only: {reason} Pages still work; the administrator must mend this before anything is written.',
  },
  auditFailed: {
    kind: 'busy',
    zh: '自查发现账本被改动：{where} 与所签的不符。请保存现场，并用 npm run verify-log 查明全部不一致之处。',
    en: 'The self-audit found that the log was changed: {where} is not as signed. Keep everything as it is, and list all that differs by npm run verify-log.',
  },
  quorumNotMet: {
    kind: 'busy',
    zh: '见证方不足，账本自 {since} 起的条目尚未获见证；读写不受影响，对外仍提供上一份已见证的检查点。请检查见证方。',
    en: 'Too few witnesses answer: entries since {since} are not witnessed yet. Reading and writing go on, and the last witnessed checkpoint is served. Look after the witnesses.',
  },
  keyMissing: {
    kind: 'conflict',
    zh: '缺少私钥({vkey})；换钥需要新旧两把私钥都在 KEYS_DIR 或 LOG_SIGNING_KEY 中。',
    en: 'A private key is missing ({vkey}). A rotation needs the old and the new one in KEYS_DIR or LOG_SIGNING_KEY.',
  },
  keysHaveChanged: {
    kind: 'conflict',
    zh: '密钥刚刚已被更换，或这把密钥已经公布过。请用 npm run key -- show 查看后再试。',
    en: 'The keys have just been changed, or this key was announced before. Look with npm run key -- show.',
  },
  idempotencyKeyReused: {
    kind: 'invalid',
    zh: '这个 Idempotency-Key 已用于内容不同的请求。请换一个新的键再提交。',
    en: 'This Idempotency-Key was used for a request with other content. Send this one with a new key.',
  },
  requestErased: {
    kind: 'conflict',
    zh: '这个请求所含的个人信息已被删除，不能重放。确需再次提交，请换一个新的 Idempotency-Key。',
    en: 'The personal data of this request has been erased, so it is not repeated. If it is meant anew, send it with a new Idempotency-Key.',
  },
  alreadyErased: {
    kind: 'conflict',
    zh: '个人信息此前已经删除，没有留下可删的内容。',
    en: 'The personal data was erased before; nothing is left to erase.',
  },
  nothingPersonal: {
    kind: 'conflict',
    zh: '没有关于它的个人信息。可删除的只有 personal 组；public、party 组和日志条目须保留，不能删除。',
    en: 'There is no personal data about it. Only the personal group can be erased; public and party contents and the entries of the log are kept.',
  },
  requestStillRunning: {
    kind: 'conflict',
    zh: '同一请求仍在处理，请稍后用相同的 Idempotency-Key 再查。',
    en: 'The same request is still running. Ask again with the same Idempotency-Key in a moment.',
  },
  tileUnknown: {
    kind: 'not-found',
    zh: '日志中没有这一分片；先读取 /log/checkpoint 以得知大小。',
    en: 'The log has no such tile; read /log/checkpoint first to learn its size.',
  },
  entryUnknown: {
    kind: 'not-found',
    zh: '日志中没有这一条目；当前共有 {size} 条。',
    en: 'The log has no such entry; it has {size} entries now.',
  },
  notPublished: {
    kind: 'not-found',
    zh: '日志目前公布到 {size} 条；所查的条目已写入，但尚未公布。请稍后再查。',
    en: 'The log is published up to {size} entries; what you ask for is written but not published yet. Try again in a moment.',
  },
  entryOutsideTree: {
    kind: 'invalid',
    zh: '条目 {index} 不在大小为 {size} 的树内；index 应小于 size。',
    en: 'Entry {index} is not in the tree of {size}; the index must be less than the size.',
  },
  sizesReversed: {
    kind: 'invalid',
    zh: 'from({from})不能大于 to({to})。',
    en: 'The tree of from ({from}) must not be larger than the tree of to ({to}).',
  },
});
