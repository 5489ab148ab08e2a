import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('instruments', {
  unknown: {
    kind: 'not-found',
    zh: '没有这台仪器，或您无权查看。',
    en: 'There is no such instrument, or you may not see it.',
  },
  calibrationUnknown: {
    kind: 'not-found',
    zh: '没有这条校准记录，或您无权查看。',
    en: 'There is no such calibration, or you may not see it.',
  },
  codeMalformed: {
    kind: 'invalid',
    zh: '仪器编号“{code}”不对：1–24 个字母、数字或 - . / ，以字母或数字开头，如 B-03。',
    en: 'The code "{code}" is malformed: 1–24 letters, digits or - . / beginning with a letter or digit, such as B-03.',
  },
  codeTaken: {
    kind: 'conflict',
    zh: '编号 {code} 已属于“{name}”。停用的仪器也保留编号；请另取一个。',
    en: 'The code {code} belongs to "{name}". Retired instruments keep theirs; choose another.',
  },
  codeUnknown: {
    kind: 'invalid',
    zh: '本仓没有编号为“{code}”的仪器。请核对编号；新仪器请管理员先在“仪器”里登记。',
    en: 'This warehouse has no instrument "{code}". Check the code; a new one is registered by an administrator first.',
  },
  retired: {
    kind: 'conflict',
    zh: '仪器 {code} 已停用。请换一台在用的仪器。',
    en: 'The instrument {code} is retired. Use one that is in use.',
  },
  doesNotFit: {
    kind: 'invalid',
    zh: '仪器 {code} 不能给出以 {unit} 为单位的读数。请选合适的仪器。',
    en: 'The instrument {code} gives no figures in {unit}. Choose one that does.',
  },
  dayInFuture: {
    kind: 'invalid',
    zh: '校准日期 {day} 还没到。请按证书填写。',
    en: 'The day of calibration, {day}, is yet to come. Enter it as on the certificate.',
  },
  dueMissing: {
    kind: 'invalid',
    zh: '校准合格要写有效期至哪一天（不早于校准日期 {day}）。',
    en: 'A good calibration needs the last day on which it counts, not before {day}.',
  },
  dueOfFailed: {
    kind: 'invalid',
    zh: '校准不合格没有有效期，请留空。',
    en: 'A failed calibration has no due day. Leave it empty.',
  },
  fileHashMalformed: {
    kind: 'invalid',
    zh: '证书文件的校验值应为 SHA-256 的 64 位小写十六进制，或留空。',
    en: 'The hash of the certificate’s file is SHA-256 in 64 lower-case hex digits, or left out.',
  },
  certificateTwice: {
    kind: 'conflict',
    zh: '这台仪器的校准证书 {certificateNo} 已经登记过。',
    en: 'The calibration certificate {certificateNo} of this instrument is on record already.',
  },
  beforeFailure: {
    kind: 'conflict',
    zh: '{failed} 的校准不合格已登记，不能再补登更早的校准（{day}）：受影响的证书按当时的记录查出。',
    en: 'A failed calibration of {failed} is on record, so none of an earlier day ({day}) is added: the certificates in doubt follow from what was known.',
  },
  mustBeCalibrated: {
    kind: 'invalid',
    zh: '“{kind}”给出读数，必须校准。只有放大镜、偏光镜等不给出数值的仪器可以免校准。',
    en: 'Instruments of the kind "{kind}" give figures and need calibration. Only those that give none may go without.',
  },
  needUnchanged: {
    kind: 'conflict',
    zh: '仪器的校准要求已经是这样。',
    en: 'That is how it is already.',
  },
  reasonMissing: {
    kind: 'invalid',
    zh: '免校准请写明理由。',
    en: 'Say why it needs no calibration.',
  },
});
