import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('parties', {
  unknown: {
    kind: 'not-found',
    zh: '没有这个主体，或您无权查看。',
    en: 'There is no such party, or you may not see it.',
  },
  wrongKind: {
    kind: 'invalid',
    zh: '“{name}”是 {kind} 类主体，此处需要 {needed} 类主体。',
    en: '"{name}" is a {kind}; a {needed} is needed here.',
  },
  usccMalformed: {
    kind: 'invalid',
    zh: '统一社会信用代码“{uscc}”格式不对：应为 18 位数字和大写字母，不含 I、O、S、V、Z。请对照营业执照核对。',
    en: 'The credit code "{uscc}" is malformed: it has 18 digits and capital letters without I, O, S, V, Z. Compare it with the business licence.',
  },
  usccBadCheck: {
    kind: 'invalid',
    zh: '统一社会信用代码“{uscc}”的校验位不符。请对照营业执照核对；确认无误的，请在 usccReason 写明理由后再提交。',
    en: 'The check character of the credit code "{uscc}" is wrong. Compare it with the business licence; if it is as printed there, say why in usccReason and send it again.',
  },
  usccTaken: {
    kind: 'conflict',
    zh: '统一社会信用代码“{uscc}”已登记为 {kind} 类主体“{name}”，请直接使用该主体。',
    en: 'The credit code "{uscc}" is registered already, for the {kind} "{name}". Use that party.',
  },
  laboratoryIncomplete: {
    kind: 'invalid',
    zh: '登记检测机构需填写 laboratory：资质认定(CMA)编号、能力范围和有效期。',
    en: 'A laboratory needs "laboratory": its CMA number, scope and last day of validity.',
  },
  laboratoryOnly: {
    kind: 'invalid',
    zh: '只有检测机构才能填写 laboratory，请删去该字段或改选类别。',
    en: 'Only a laboratory has "laboratory". Leave it out or choose the other kind.',
  },
  cmaMalformed: {
    kind: 'invalid',
    zh: '资质认定(CMA)编号“{cma}”格式不对：应为 12 位数字。请对照证书核对。',
    en: 'The CMA number "{cma}" is malformed: it has 12 digits. Compare it with the certificate.',
  },
  cmaTaken: {
    kind: 'conflict',
    zh: '资质认定(CMA)编号“{cma}”已登记在检测机构“{name}”名下。请直接使用该机构；编号有误的，请对照证书更正。',
    en: 'The CMA number "{cma}" is registered already, for the laboratory "{name}". Use that one, or correct the number against the certificate.',
  },
  warehouseByCommand: {
    kind: 'forbidden',
    zh: '新的质检仓只能在服务器上用命令开设：admin new --force-new-warehouse。',
    en: 'A new warehouse is made on the server by the command: admin new --force-new-warehouse.',
  },
  regulatorByCommand: {
    kind: 'forbidden',
    zh: '监管部门可查看全部数据，只能在服务器上用命令登记：admin regulator。',
    en: 'A regulator sees everything, so it is registered on the server by the command: admin regulator.',
  },
  keptByAnother: {
    kind: 'forbidden',
    zh: '“{name}”由其他质检仓登记。只有登记它的质检仓能修改资料或为它开设账号。',
    en: '"{name}" was registered elsewhere. Only the warehouse that registered it changes it or opens accounts for it.',
  },
  adminExists: {
    kind: 'conflict',
    zh: '已有管理员账号。忘记密码请用 admin reset-password --login L；确需另开一个质检仓，请加 --force-new-warehouse。',
    en: 'There is an administrator already. For a lost password use admin reset-password --login L; for another warehouse add --force-new-warehouse.',
  },
  loginUnknown: {
    kind: 'not-found',
    zh: '没有登录名为“{login}”的有效账号。请检查拼写。',
    en: 'There is no open account with the login name "{login}". Check the spelling.',
  },
});
