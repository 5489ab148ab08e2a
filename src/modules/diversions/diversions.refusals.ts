import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('diversions', {
  limitNotSet: {
    kind: 'conflict',
    zh: '质检仓尚未设定送检次数上限，商家暂不能重新送检。请联系质检仓管理员设定，或申请退回。',
    en: 'The warehouse has not said how often goods may be sent in again. Ask its administrator to set the limit, or have them returned.',
  },
  alreadyIntercepted: {
    kind: 'conflict',
    zh: '该件已因同样的原因被拦截。请在商品页查看暂扣。',
    en: 'This unit is intercepted for that cause already. See the holds on its page.',
  },
  notARegulatorsCause: {
    kind: 'forbidden',
    zh: '退款拦截由商家或质检仓发起。监管人员请选择“监管要求”。',
    en: 'A refund is for the merchant or the warehouse to stop. Regulators choose “regulator”.',
  },
  notAMerchantsCause: {
    kind: 'forbidden',
    zh: '商家只能因退款拦截自己的商品。',
    en: 'A merchant stops its own goods because of a refund only.',
  },
  referenceMissing: {
    kind: 'invalid',
    zh: '请填写监管文书的编号：质检仓按它拦截。',
    en: "Give the number of the authority's document on which the warehouse stops the goods.",
  },
  carrierOrPerson: {
    kind: 'invalid',
    zh: '请填写承运人和运单号，或填写自提人，二选一。',
    en: 'Give a carrier with its waybill, or the person who takes the goods: one of the two.',
  },
  notCertified: {
    kind: 'conflict',
    zh: '没有有效证书，不能交给买家。请先签发或恢复证书。',
    en: 'Without a valid certificate nothing is given to a buyer. Issue or reinstate it first.',
  },
  noGoodLabel: {
    kind: 'conflict',
    zh: '没有贴好的有效标签，不能交给买家。请先补印并贴标。',
    en: 'No good label is on the goods, so a buyer cannot have them. Print and apply one first.',
  },
  merchantsPickUp: {
    kind: 'conflict',
    zh: '商家要求取回的商品不能恢复流程。请交接，或改为承运退回。',
    en: 'What its merchant asked back does not go on. Hand it over, or return it by carrier.',
  },
  handOverInstead: {
    kind: 'conflict',
    zh: '该件待自提，请凭自提码交接。不来取了，可以改为承运退回。',
    en: 'This unit waits for pick-up: hand it over for its code. When nobody comes for it, return it by carrier.',
  },
  wrongCode: {
    kind: 'forbidden',
    zh: '自提码不对。请来人向商家核对后再报一次，勿交货。',
    en: 'That is not the pick-up code. Keep the goods, and have the person ask the merchant for it.',
  },
  noPickUp: {
    kind: 'not-found',
    zh: '该件没有安排自提。',
    en: 'No pick-up was ordered for this unit.',
  },
  noDeparture: {
    kind: 'not-found',
    zh: '该件没有退回或自提记录。',
    en: 'This unit was neither returned nor picked up.',
  },
});
