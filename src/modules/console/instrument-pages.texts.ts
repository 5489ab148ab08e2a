import { consolePageTexts } from './shared.texts.js';

const standings = {
  'standing.failed': { zh: '校准不合格', en: 'Calibration failed' },
  'standing.expired': { zh: '校准已过期', en: 'Calibration ended' },
  'standing.none': { zh: '没有校准', en: 'Not calibrated' },
  'standing.soon': { zh: '快到期', en: 'Due soon' },
  'standing.valid': { zh: '校准有效', en: 'In calibration' },
  'standing.not-needed': { zh: '免校准', en: 'Needs none' },
  'standing.retired': { zh: '已停用', en: 'Retired' },
  daysLeft: { zh: '还有 {days} 天', en: '{days} days left' },
  lastDay: { zh: '今天是最后一天', en: 'today is the last day' },
  daysOver: { zh: '过期 {days} 天', en: '{days} days over' },
};

const register = {
  noInstruments: {
    zh: '还没有登记仪器。量出来的读数都要写明仪器。',
    en: 'No instrument is registered. Measured readings name one.',
  },
  code: { zh: '编号', en: 'Code' },
  codeHint: {
    zh: '贴在仪器上的编号，如 B-03；停用后也不再给别的仪器',
    en: 'As on its label, such as B-03; nothing else ever gets it',
  },
  kind: { zh: '种类', en: 'Kind' },
  model: { zh: '型号', en: 'Model' },
  serialNo: { zh: '出厂编号', en: 'Serial number' },
  registeredAt: { zh: '登记时间', en: 'Registered' },
  register: { zh: '登记仪器', en: 'Register an instrument' },
  registered: { zh: '仪器已登记，接着登记校准', en: 'Registered; its calibration comes next' },
  need: { zh: '校准要求', en: 'Calibration' },
  'need.needed': { zh: '需要校准', en: 'Needed' },
  'need.not-needed': { zh: '免校准', en: 'Not needed' },
  needHint: {
    zh: '只有放大镜、偏光镜等不给出数值的仪器可以免校准',
    en: 'Only what gives no figures may go without, such as loupes and polariscopes',
  },
  needReason: { zh: '免校准的理由', en: 'Why it needs none' },
  changeNeed: { zh: '更改校准要求', en: 'Change whether it needs calibration' },
  needChanged: { zh: '校准要求已更改', en: 'Changed' },
  retire: { zh: '停用', en: 'Retire' },
  retireText: {
    zh: '停用后不能再用它读数，也不能恢复；以前的读数不变。',
    en: 'No reading names it afterwards, and this cannot be undone; earlier readings stay.',
  },
  retired: { zh: '仪器已停用', en: 'Retired' },
  retiredAt: { zh: '停用时间', en: 'Retired' },
};

const calibrations = {
  calibrations: { zh: '校准记录', en: 'Calibrations' },
  noCalibrations: { zh: '没有校准记录。', en: 'No calibration is on record.' },
  record: { zh: '登记校准', en: 'Record a calibration' },
  recorded: { zh: '校准已登记', en: 'Calibration recorded' },
  certificateNo: { zh: '校准证书号', en: 'Calibration certificate No.' },
  by: { zh: '校准机构或人员', en: 'Calibrated by' },
  day: { zh: '校准日期', en: 'Day' },
  due: { zh: '有效期至', en: 'Valid through' },
  dueHint: { zh: '当天仍有效；不合格请留空', en: 'This day still counts; leave it empty when it failed' },
  result: { zh: '结论', en: 'Result' },
  'result.pass': { zh: '合格', en: 'Pass' },
  'result.fail': { zh: '不合格', en: 'Fail' },
  fileHash: { zh: '证书文件校验值', en: 'SHA-256 of the certificate' },
  fileHashHint: { zh: 'SHA-256，64 位十六进制', en: '64 hex digits' },
  doubt: { zh: '受影响的证书', en: 'Certificates in doubt' },
  readings: { zh: '最近的读数', en: 'Latest readings' },
  noReadings: { zh: '还没有用它读过数。', en: 'Nothing was read with it.' },
  item: { zh: '项目', en: 'Item' },
  value: { zh: '读数', en: 'Reading' },
  inspector: { zh: '检测员', en: 'Inspector' },
};

const doubt = {
  doubtTitle: { zh: '{code} 校准不合格：受影响的证书', en: '{code} failed: certificates in doubt' },
  doubtText: {
    zh: '从上一次合格的校准起，用这台仪器读过数的证书（到下一次合格为止）。',
    en: 'Certificates with a reading by this instrument since its last good calibration, up to the next good one.',
  },
  passedText: {
    zh: '这次校准合格，没有因它而存疑的证书。',
    en: 'This calibration passed and puts no certificate in doubt.',
  },
  noDoubt: { zh: '没有受影响的证书。', en: 'No certificate is in doubt.' },
  issuedAt: { zh: '签发时间', en: 'Issued' },
  tally: { zh: '{count} 张', en: '{count}' },
  together: { zh: '因这次校准一起暂停', en: 'suspended with this list' },
  onlyFirst: {
    zh: '这里显示前 {count} 张；命令对全部 {total} 张生效。',
    en: 'The first {count} are shown; commands reach all {total}.',
  },
  suspend: { zh: '全部暂停', en: 'Suspend all' },
  suspendText: {
    zh: '有效的 {count} 张会一起暂停；已暂停、撤销或换新的不变。',
    en: '{count} valid certificates are suspended together; others stay as they are.',
  },
  suspended: { zh: '已全部暂停', en: 'All suspended' },
  reinstate: { zh: '全部恢复', en: 'Reinstate all' },
  reinstateText: {
    zh: '因这次校准暂停的 {count} 张会一起恢复。复测后确认没有问题才用；要逐张恢复，请打开证书。',
    en: 'The {count} that were suspended for this calibration are reinstated. After re-testing only; one by one on their own pages.',
  },
  reinstated: { zh: '已全部恢复', en: 'All reinstated' },
  reasonZh: { zh: '公开的原因（中文）', en: 'Public reason (Chinese)' },
  reasonEn: { zh: '公开的原因（英文）', en: 'Public reason (English)' },
};

export const instrumentTexts = consolePageTexts('instruments', {
  ...standings,
  ...register,
  ...calibrations,
  ...doubt,
});
