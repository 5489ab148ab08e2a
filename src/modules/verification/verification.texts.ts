import { pageTexts } from '../../platform/pages/page-texts.js';

const frame = {
  brand: { zh: '验真', en: 'Yanzhen' },
  brandLine: { zh: '商品检测与追溯记录', en: 'Goods test and trace records' },
  otherLanguage: { zh: 'English', en: '中文' },
  switchLanguage: { zh: '切换语言', en: 'Change language' },
  toContent: { zh: '跳到正文', en: 'Skip to content' },
  sample: {
    zh: '演示数据：这不是真实的商品，也不是真实的证书。',
    en: 'Sample data: these are not real goods and this is not a real certificate.',
  },
  checkAnother: { zh: '查另一个码', en: 'Check another code' },
  codeLabel: { zh: '输入证书号或标签上的码', en: 'Type the certificate number or the code on the label' },
  codeHint: {
    zh: '不分大小写，空格可有可无。码里没有字母 O、I、L、U：像 O 的是数字 0，像 I 或 L 的是数字 1，像 U 的是字母 V。',
    en: 'Capitals and spaces do not matter. Codes have no letters O, I, L or U: what looks like them is a 0, a 1, a 1 or a V.',
  },
  check: { zh: '查询', en: 'Check' },
  help: { zh: '有疑问，请联系检测仓库', en: 'Questions? Contact the inspection warehouse' },
  call: { zh: '打电话 {phone}', en: 'Call {phone}' },
  report: { zh: '在线反映问题', en: 'Report a problem online' },
  noLogin: {
    zh: '查询不用登录、不用关注、不用装任何软件。',
    en: 'Checking needs no login, no following and no app.',
  },
};

const answers = {
  'valid.title': { zh: '证书有效', en: 'This certificate is valid' },
  'valid.piece': {
    zh: '请对照下面的照片和数字，确认说的就是您手里的这一件。',
    en: 'Now compare the photo and figures below with the piece in your hand.',
  },
  'valid.lot': {
    zh: '检测是在整批里抽样做的。请对照下面的照片和包装上的数字。',
    en: 'Samples of the whole lot were tested. Now compare the photo and figures below with your package.',
  },
  'recalled.title': { zh: '商品正在召回', en: 'These goods are being recalled' },
  'recalled.text': {
    zh: '请停止食用或使用，不要转送他人，并联系卖家或检测仓库。',
    en: 'Stop eating or using them, do not pass them on, and contact the seller or the warehouse.',
  },
  'voided-label.title': { zh: '这张标签已作废', en: 'This label was cancelled' },
  'voided-label.text': {
    zh: '第 {copy} 份标签已登记作废，本不该出现在商品上。请不要凭它购买，并把情况告诉检测仓库。',
    en: 'Label copy {copy} is recorded as cancelled and should not be on any goods. Do not rely on it, and please tell the warehouse.',
  },
  'revoked.title': { zh: '证书已撤销', en: 'This certificate was withdrawn' },
  'revoked.text': {
    zh: '这张证书不再有效，请不要凭它购买。已经购买的，请联系卖家或检测仓库。',
    en: 'It no longer counts: do not buy on the strength of it. If you have bought, contact the seller or the warehouse.',
  },
  'suspended.title': { zh: '证书已暂停', en: 'This certificate is suspended' },
  'suspended.text': {
    zh: '检测仓库正在核实。有结果以前，请先不要购买或使用。',
    en: 'The warehouse is looking into it. Until that is settled, please do not buy or use the goods.',
  },
  'on-hold.title': { zh: '商品已暂扣', en: 'These goods are on hold' },
  'on-hold.text': {
    zh: '检测仓库暂停了这批商品的出库。证书没有撤销，请等核实结果。',
    en: 'The warehouse has stopped these goods for now. The certificate is not withdrawn; please wait for the outcome.',
  },
  'superseded.title': { zh: '证书已换新', en: 'Replaced by a newer certificate' },
  'superseded.text': {
    zh: '这一张已经停用，请以新证书为准。',
    en: 'This one is no longer in use. Please go by the new certificate.',
  },
  openNew: { zh: '打开新证书 {number}', en: 'Open the new certificate {number}' },
  since: { zh: '{time} 起', en: 'Since {time}' },
  reason: { zh: '原因', en: 'Reason' },
  noReason: { zh: '仓库没有公开原因', en: 'The warehouse has published no reason' },
  recallNotice: { zh: '看召回公告', en: 'Read the recall notice' },
};

const goods = {
  'verdict.pass': { zh: '合格', en: 'Pass' },
  'verdict.fail': { zh: '不合格', en: 'Fail' },
  'verdict.undecided': { zh: '未判定', en: 'Undecided' },
  'summary.pass': { zh: '检测了 {count} 项，全部合格', en: '{count} items tested, all pass' },
  'summary.fail': { zh: '检测了 {count} 项，有不合格', en: '{count} items tested, not all pass' },
  'summary.undecided': { zh: '检测了 {count} 项，尚有未判定', en: '{count} items tested, some undecided' },
  certificateNumber: { zh: '证书号', en: 'Certificate number' },
  issued: { zh: '签发时间', en: 'Issued' },
  compare: { zh: '请您对照', en: 'Compare with what you have' },
  comparePiece: {
    zh: '真证书也可能被挪到别的商品上。有一处对不上，就不要收。',
    en: 'A true certificate can be moved to other goods. If anything differs, do not accept them.',
  },
  compareLot: {
    zh: '这是整批的记录。请对照包装上的品名、封签号和标签份号。',
    en: 'This is the record of a whole lot. Compare the name, seal number and label copy number on the package.',
  },
  photoAlt: { zh: '{name} 检测时的照片', en: '{name} as photographed at inspection' },
  photo: { zh: '检测时拍的照片', en: 'Photographed at inspection' },
  noPhoto: { zh: '这份记录没有照片', en: 'This record has no photo' },
  mass: { zh: '总质量', en: 'Mass' },
  count: { zh: '数量', en: 'Quantity' },
  lotQuantity: { zh: '整批数量', en: 'Whole lot' },
  ownMass: { zh: '本件质量', en: 'Mass of the piece' },
  packedMass: { zh: '连包装质量', en: 'Mass with its pack' },
  seal: { zh: '封签号', en: 'Seal number' },
  copy: { zh: '标签份号', en: 'Label copy' },
  copyNumber: { zh: '第 {copy} 份', en: 'No. {copy}' },
  'kind.piece': { zh: '一物一证', en: 'One piece, one certificate' },
  'kind.lot': { zh: '整批一证', en: 'One certificate for the lot' },
  attributes: { zh: '商品信息', en: 'About the goods' },
  scans: { zh: '查询记录', en: 'Scans of this label' },
  scanFirst: { zh: '这张标签第一次被查询', en: 'First scan of this label' },
  scanAgain: { zh: '这张标签第 {count} 次被查询', en: 'Scan number {count} of this label' },
  scanFirstAt: { zh: '第一次查询：{time}', en: 'First scanned: {time}' },
  scanAdvice: {
    zh: '自己和家人扫过，次数就会增加，这很正常。如果第一次查询早于您收到货，而封签又是拆开的，请联系检测仓库。',
    en: 'Each scan by you or your family counts, which is normal. If the first one was before you got the goods and the seal was broken, contact the warehouse.',
  },
  showCode: { zh: '这是展示码', en: 'This is a display code' },
  showCodeText: {
    zh: '证书和直播间里谁都能扫，所以不计次数。收到货后，请再扫商品标签上的码。',
    en: 'Anyone can scan it on a certificate or a stream, so scans are not counted. When the goods arrive, scan the code on their label too.',
  },
};

const details = {
  readings: { zh: '检测结果', en: 'Test results' },
  atIssue: { zh: '这是签发证书时的结果', en: 'As found when the certificate was issued' },
  item: { zh: '项目', en: 'Item' },
  value: { zh: '实测', en: 'Found' },
  limit: { zh: '要求', en: 'Limit' },
  standard: { zh: '依据', en: 'Standard' },
  verdict: { zh: '判定', en: 'Verdict' },
  ownRule: { zh: '本仓规定', en: 'Warehouse rule' },
  reportedBy: {
    zh: '外部检测：{laboratory}（CMA {cma}），报告 {number}',
    en: 'Tested outside by {laboratory} (CMA {cma}), report {number}',
  },
  filedLate: {
    zh: '报告于 {filedOn} 录入，该机构资质认定有效期至 {accreditedUntil}；报告日期在有效期内',
    en: 'Filed on {filedOn}; the laboratory’s accreditation ended on {accreditedUntil}, not before the date of the report',
  },
  moreReadings: { zh: '再看其余 {count} 项', en: 'Show the other {count} items' },
  sampling: { zh: '抽样', en: 'Sampling' },
  'sample.limit': { zh: '每级缺陷不超过 Ac，见“抽样”', en: 'Of each grade at most Ac, see Sampling' },
  'sample.looked': {
    zh: '{item}：一批 {lotSize} 件，应看 {n} 件，看了 {sampled} 件。',
    en: '{item}: {n} of {lotSize} to be looked at, {sampled} were.',
  },
  'sample.grade': { zh: '缺陷等级', en: 'Defects' },
  'sample.found': { zh: '发现', en: 'Found' },
  'sample.words': {
    zh: 'Ac：最多可有几件；到 Re 件，整批不接收。',
    en: 'Ac: so many are accepted; from Re on the lot is not.',
  },
  overrides: { zh: '仪器例外', en: 'Instruments let through' },
  'override.expired': {
    zh: '校准有效期至 {until}，读数时已过期',
    en: 'calibration ended on {until}, before the reading',
  },
  'override.none': { zh: '读数时没有校准', en: 'not calibrated at the reading' },
  'override.failed': { zh: '读数前后的校准不合格', en: 'failed the calibration before or after the reading' },
  'override.people': {
    zh: '经两人同意采用其读数：{requester} 申请，{approver} 批准',
    en: 'Two people agreed to use its readings: asked for by {requester}, approved by {approver}',
  },
  notTested: { zh: '没有检测的项目', en: 'Not tested' },
  'why.outside-plan': { zh: '不在这次检测方案内', en: 'Outside this inspection plan' },
  'why.not-applicable': { zh: '不适用于这件商品', en: 'Does not apply to these goods' },
  repackedFrom: {
    zh: '在本仓由 {count} 个批次分装，批号：',
    en: 'Repacked in this warehouse; source lots: {count}, numbers:',
  },
  confirmed: { zh: '由复核员人工核对', en: 'Checked by the reviewer in person' },
  notCovered: { zh: '这张证书不说明', en: 'What this certificate does not say' },
  timeline: { zh: '从收货到出库', en: 'From arrival to dispatch' },
  timelineZone: { zh: '时间为仓库当地时间（{zone}）', en: 'Times are local to the warehouse ({zone})' },
  entry: { zh: '记录 {entry}', en: 'Entry {entry}' },
  who: { zh: '谁负责', en: 'Who is responsible' },
  warehouse: { zh: '检测仓库', en: 'Inspection warehouse' },
  merchant: { zh: '送检商家', en: 'Merchant' },
  laboratory: { zh: '检测机构', en: 'Laboratory' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  cma: { zh: 'CMA 编号', en: 'CMA number' },
  inspector: { zh: '检测员', en: 'Inspector' },
  reviewer: { zh: '复核员', en: 'Reviewer' },
  people: {
    zh: '检测和复核是两个不同的人。这里写编号，不写姓名。',
    en: 'Inspector and reviewer are two different people, shown by number rather than name.',
  },
  proofs: { zh: '这些记录能证明什么', en: 'What these records prove' },
  provenTitle: { zh: '能证明', en: 'They prove' },
  provenSame: {
    zh: '检测数据自记录以来没有改过：改动一个字，任何人都能查出来。',
    en: 'The figures have not been changed since they were recorded: anyone can detect a change of one character.',
  },
  provenWho: {
    zh: '每一步是在什么时候、由哪个仓库记下的。',
    en: 'When each step was recorded, and by which warehouse.',
  },
  notProvenTitle: { zh: '不能证明', en: 'They do not prove' },
  notProvenGoods: {
    zh: '您手里的商品就是检测的那一件：这要您亲自对照照片、数字和封签。',
    en: 'That the goods in your hand are the ones tested: only comparing photo, figures and seal can tell.',
  },
  notProvenRest: {
    zh: '没有检测的项目，以及出库以后发生的事。',
    en: 'Anything that was not tested, or that happened after dispatch.',
  },
  logText: {
    zh: '记录收在一本只能往后添的公开日志里：删掉或改动任何一条，都会被发现。',
    en: 'The records stand in a public log that can only grow: nothing in it can be deleted or altered unnoticed.',
  },
  logEntries: { zh: '关于这件商品的记录', en: 'Entries about these goods' },
  logSize: { zh: '日志里的全部记录', en: 'Entries in the whole log' },
  logSigned: { zh: '最近一次签名', en: 'Last signed' },
  logName: { zh: '日志名称', en: 'Name of the log' },
  bundleLink: { zh: '下载离线验证包', en: 'Download the offline bundle' },
  bundleText: {
    zh: '一个网页文件，断网也能自己核验，多年以后仍可作证。',
    en: 'One web page that verifies itself without a network, and still does years from now.',
  },
  proofLink: { zh: '下载数据和证明（供专业核验）', en: 'Download data and proofs (for experts)' },
  pdf: { zh: '下载证书 PDF', en: 'Download the certificate (PDF)' },
  pdfPending: { zh: '证书 PDF 正在生成', en: 'The PDF is being made' },
  thisCode: { zh: '本页的码', en: 'Code of this page' },
};

/** The texts of the page behind a code. */
export const verifyTexts = pageTexts('verify', { ...frame, ...answers, ...goods, ...details });

const lookup = {
  'lookup.title': { zh: '查一个码', en: 'Check a code' },
  'lookup.text': {
    zh: '扫不了二维码时，可以把证书号，或二维码下面的字母和数字，照着输进来。',
    en: 'If the QR code cannot be scanned, type the certificate number, or the letters and digits below the QR code.',
  },
  'lookup.where': { zh: '在哪里找', en: 'Where to find it' },
  'lookup.onCertificate': { zh: '证书上：YZ- 开头的证书号', en: 'On the certificate: the number that begins with YZ-' },
  'lookup.onLabel': { zh: '商品标签上：二维码下面的一行字', en: 'On the goods label: the line below the QR code' },
  'lookup.onStream': { zh: '直播画面上：10 位短码', en: 'On a live stream: the 10-character short code' },
  'unknown.title': { zh: '没有查到这个码', en: 'We have no record of this code' },
  'unknown.text': {
    zh: '这只说明本系统里没有它的记录，并不等于商品有问题。请先看看是不是输错了。',
    en: 'That only means that this system holds no record of it, not that the goods are bad. First check the typing.',
  },
  'mistyped.title': { zh: '这个码可能输错了', en: 'There seems to be a typing error' },
  'mistyped.text': {
    zh: '码的最后一位用来检查输入，现在对不上：很可能有一位输错了。',
    en: 'The last character checks the others, and it does not fit: one of them is probably wrong.',
  },
  'incomplete.title': { zh: '这个码不完整', en: 'This code is not complete' },
  'incomplete.text': {
    zh: '短码是 10 位，二维码下面的码是 26 位，证书号是 YZ- 加 10 位。',
    en: 'A short code has 10 characters, the code below a QR code has 26, a certificate number is YZ- and 10 more.',
  },
  typed: { zh: '您查的是', en: 'You asked for' },
  nextTitle: { zh: '接下来可以这样做', en: 'What to do next' },
  nextTyping: { zh: '对着原件，再输一遍。', en: 'Compare with the original and type it again.' },
  nextAddress: {
    zh: '看看浏览器顶上的网址，和标签上印的网址是不是一样。',
    en: 'See whether the address at the top of the browser is the one printed on the label.',
  },
  nextSeller: {
    zh: '还是查不到，就先不要凭这张证书或标签付款，请卖家解释，或联系检测仓库。',
    en: 'If it still cannot be found, do not pay on the strength of it. Ask the seller, or contact the warehouse.',
  },
};

/** The texts of the pages for a code that is unknown, and for typing one. */
export const lookupTexts = pageTexts('verify-lookup', { ...frame, ...lookup });
