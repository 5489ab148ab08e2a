import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('certificates', {
  unknown: {
    kind: 'not-found',
    zh: '没有这张证书，或您无权查看。',
    en: 'There is no such certificate, or you may not see it.',
  },
  noneValid: {
    kind: 'conflict',
    zh: '该单元没有有效证书。请先签发证书；证书被暂停的，请先恢复。',
    en: 'This unit has no valid certificate. Issue one first; if it is suspended, reinstate it.',
  },
  notInspected: {
    kind: 'conflict',
    zh: '该单元还没有复核签发的合格检测，不能签发证书。请先完成检测和复核。',
    en: 'This unit has no signed passing inspection, so no certificate can be issued. Finish inspection and review first.',
  },
  noPhoto: {
    kind: 'conflict',
    zh: '检测中没有照片，不能签发证书。证书须有一张能认出该件的照片。',
    en: 'The inspection has no photograph, so no certificate can be issued: one that identifies the goods is needed.',
  },
  instrumentDoubtful: {
    kind: 'conflict',
    zh: '仪器 {instruments} 的校准已不可靠，按这次检测不能签发证书。请在检测页申请例外（两人），或重新检测。',
    en: 'The calibration of {instruments} is in doubt, so this inspection gives no certificate. Ask for an override on its page (two people), or inspect again.',
  },
  sampleOut: {
    kind: 'conflict',
    zh: '封签 {sealNo} 的样品还在“{laboratory}”检测，报告未到之前不能签发证书。报告到时检测已结束的，请先安排复检再录入；送错的，请另一人取消送检。',
    en: 'The sample under seal {sealNo} is still with "{laboratory}", and no certificate is issued before its report is in. If the inspection is closed by then, order a re-inspection and file the report there; a sample sent by mistake is cancelled by somebody else than its sender.',
  },
  reportWithdrawn: {
    kind: 'conflict',
    zh: '外部报告 {reports} 已撤回，按这次检测不能签发证书。请重新送检并重新检测。',
    en: 'The outside report {reports} was withdrawn, so this inspection gives no certificate. Send another sample and inspect again.',
  },
  restsOnWithdrawn: {
    kind: 'conflict',
    zh: '证书所依据的外部报告 {reports} 已撤回，不能凭此证书包装、贴标、发货或恢复。请暂停该证书，安排复检，合格后换发新证书。',
    en: 'The outside report {reports} that this certificate rests on was withdrawn: nothing is packed, labelled, shipped or reinstated on it. Suspend it, order another inspection and issue a new one once that passes.',
  },
  samePerson: {
    kind: 'forbidden',
    zh: '证书不能由参与检测的人签发。请由另一位复核员签发。',
    en: 'Whoever took part in the inspection cannot issue its certificate. Ask another reviewer.',
  },
  publicUrlMissing: {
    kind: 'conflict',
    zh: '尚未设置 PUBLIC_URL，证书上的二维码无处可去。请管理员设置公开网址并重启服务。',
    en: 'PUBLIC_URL is not set, so the QR code would lead nowhere. Ask the administrator to set it and restart.',
  },
  publicUrlLocal: {
    kind: 'conflict',
    zh: '公开网址仍是 {publicUrl}，手机无法打开。请先设置 PUBLIC_URL 再签发正式证书。',
    en: 'The public address is still {publicUrl}, which no phone can open. Set PUBLIC_URL before issuing real certificates.',
  },
  unprintable: {
    kind: 'conflict',
    zh: '证书字体中没有这些字符，无法打印：{characters}。请更正含有它们的内容后再签发。',
    en: 'The font of the certificate lacks these characters: {characters}. Correct the texts that hold them, then issue.',
  },
  alreadyIssued: {
    kind: 'conflict',
    zh: '该单元已有未失效的证书 {number}。如需换发，请写明由新证书取代它。',
    en: 'This unit already has the certificate {number}. To replace it, name it as the one that is superseded.',
  },
  nothingToSupersede: {
    kind: 'conflict',
    zh: '要取代的证书不是该单元当前有效或暂停的证书。请刷新后重试。',
    en: 'The certificate to supersede is not the valid or suspended one of this unit. Reload and try again.',
  },
  wrongState: {
    kind: 'conflict',
    zh: '证书当前为“{state}”，此操作需要处于：{needed}。撤销和取代不可恢复。',
    en: 'The certificate is "{state}"; this needs it to be: {needed}. Revoked and superseded are final.',
  },
  inspectedAgain: {
    kind: 'conflict',
    zh: '该件已安排复检，原证书不能恢复。复检合格后请签发新证书取代它。',
    en: 'This unit is inspected again, so the old certificate does not come back. Issue a new one in its place once it passes.',
  },
  quantityChanged: {
    kind: 'conflict',
    zh: '证书写的是 {certified}，该批现在是 {now}，原证书不能恢复。请按现有数量签发新证书取代它。',
    en: 'The certificate says {certified} and the lot is {now} by now, so it does not come back. Issue a new one in its place, with the present quantity.',
  },
  inconsistent: {
    kind: 'conflict',
    zh: '文字与检测结果互相矛盾，不能签发证书——{findings}',
    en: 'The texts contradict each other or what was found, so no certificate can be issued: {findings}',
  },
  unconfirmed: {
    kind: 'conflict',
    zh: '这些核对机器不能判断，须由复核员看过并逐条确认（写明所见，会公开）——{findings}',
    en: 'These checks are for a person: look, and confirm each with what you saw (it is public): {findings}',
  },
  nothingToConfirm: {
    kind: 'invalid',
    zh: '规则 {rule} 没有等待确认的内容。请刷新后重试。',
    en: 'Rule {rule} has nothing that waits for a confirmation. Reload and try again.',
  },
  calibrationPassed: {
    kind: 'conflict',
    zh: '这次校准合格，没有因它而存疑的证书。请从不合格的校准记录进入。',
    en: 'This calibration passed, so it puts no certificate in doubt. Choose the one that failed.',
  },
  notInDoubt: {
    kind: 'invalid',
    zh: '所列证书中有不属于这次校准的，请刷新名单后重选。',
    en: 'Some of these certificates do not belong to this calibration. Reload the list and choose again.',
  },
  emptyReason: {
    kind: 'invalid',
    zh: '请写明理由：它会显示在公开核验页上。',
    en: 'Give a reason: it is shown on the public page.',
  },
  notRendered: {
    kind: 'busy',
    zh: '证书文件还没有生成，请稍后再试。',
    en: 'The file of this certificate is not made yet. Try again in a moment.',
  },
});
