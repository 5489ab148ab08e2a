import { consolePageTexts } from './shared.texts.js';

const works = {
  'work.receive': { zh: '待收货', en: 'To receive' },
  'work.receive.none': { zh: '没有待收的送检单', en: 'No consignment is on its way' },
  'work.receive.action': { zh: '新建送检单', en: 'New consignment' },
  'work.announced': { zh: '我的送检单', en: 'My consignments' },
  'work.announced.none': { zh: '没有在途的送检单', en: 'No consignment is on its way' },
  'work.announced.action': { zh: '送检', en: 'Send goods in' },
  'work.inspect': { zh: '待检测', en: 'To inspect' },
  'work.inspect.none': { zh: '没有等待检测的商品', en: 'No goods wait for an inspection' },
  'work.inspect.action': { zh: '检测下一件', en: 'Inspect the next' },
  'work.finish': { zh: '检测中', en: 'Being inspected' },
  'work.finish.none': { zh: '没有进行中的检测', en: 'No inspection is under way' },
  'work.finish.action': { zh: '继续检测', en: 'Go on' },
  'work.failed': { zh: '不合格', en: 'Failed' },
  'work.failed.none': { zh: '没有不合格的商品', en: 'Nothing failed' },
  'work.failed.action': { zh: '查看', en: 'Look' },
  'work.review': { zh: '待复核', en: 'To review' },
  'work.review.none': { zh: '没有等待复核的检测', en: 'No inspection waits for review' },
  'work.review.action': { zh: '复核下一件', en: 'Review the next' },
  'work.certify': { zh: '待签发证书', en: 'To certify' },
  'work.certify.none': { zh: '没有等待签发的证书', en: 'No certificate waits' },
  'work.certify.action': { zh: '签发下一张', en: 'Issue the next' },
  'work.pack': { zh: '待包装', en: 'To pack' },
  'work.pack.none': { zh: '没有等待包装的商品', en: 'No goods wait for packing' },
  'work.pack.action': { zh: '包装下一件', en: 'Pack the next' },
  'work.label': { zh: '待贴标', en: 'To label' },
  'work.label.none': { zh: '没有等待贴标的商品', en: 'No goods wait for labels' },
  'work.label.action': { zh: '贴下一件', en: 'Label the next' },
  'work.exceptions': { zh: '入库异常', en: 'Intake exceptions' },
  'work.exceptions.none': { zh: '没有等您确认的入库异常', en: 'No exception waits for you' },
  'work.exceptions.action': { zh: '查看并确认', en: 'Look and settle' },
  'work.pickUp': { zh: '待自提', en: 'To pick up' },
  'work.pickUp.none': { zh: '没有等待自提的商品', en: 'No goods wait for pick-up' },
  'work.pickUp.action': { zh: '交货', en: 'Hand over' },
  'work.ship': { zh: '待出库', en: 'To ship' },
  'work.ship.none': { zh: '没有等待出库的商品', en: 'No goods wait for shipping' },
  'work.ship.action': { zh: '扫码出库', en: 'Scan and ship' },
  'work.hold': { zh: '暂扣中', en: 'On hold' },
  'work.hold.none': { zh: '没有暂扣的商品', en: 'Nothing is on hold' },
  'work.hold.action': { zh: '查看', en: 'Look' },
};

const setUp = {
  'setUp.title': { zh: '开始使用', en: 'Getting started' },
  'setUp.url': { zh: '设置公开网址 PUBLIC_URL', en: 'Set the public address PUBLIC_URL' },
  'setUp.urlText': {
    zh: '没有它就不能签发证书和打印标签：码里要写网址。在服务器的环境变量里设置后重启。',
    en: 'Certificates and labels carry the address in their code, so none is made without it. Set it in the server’s environment and restart.',
  },
  'setUp.merchant': { zh: '登记商家', en: 'Register a merchant' },
  'setUp.merchantText': { zh: '商品都属于某个商家。', en: 'All goods belong to a merchant.' },
  'setUp.people': {
    zh: '开设收货、检测、复核、包装、出库账号',
    en: 'Open accounts for receiving, testing, review, packing and shipping',
  },
  'setUp.peopleText': {
    zh: '检测和复核必须是不同的人。还缺：{roles}',
    en: 'Testing and review must be different people. Missing: {roles}',
  },
  'setUp.plan': { zh: '发布检测方案', en: 'Publish a plan' },
  'setUp.planText': {
    zh: '每个品类发布一份方案，才能开始检测。',
    en: 'Goods of a category are tested by its published plan.',
  },
};

export const homeTexts = consolePageTexts('home', {
  ...works,
  ...setUp,
  hello: { zh: '{name}，您好', en: 'Hello, {name}' },
  allStages: { zh: '商品都在哪一步', en: 'Where the goods are' },
  scanHelp: {
    zh: '扫标签、证书号或封签号，直接打开要做的那一步。',
    en: 'Scan a label, certificate number or seal to open the step it needs.',
  },
  nothingFound: { zh: '没有找到', en: 'Nothing found' },
  nothingFoundText: {
    zh: '没有商品、证书、标签、封签或送检单的编号是“{code}”，或者您无权查看。请检查后重新扫码。',
    en: 'No goods, certificate, label, seal or consignment has the number “{code}”, or you may not see it. Check it and scan again.',
  },
  'manage.accounts': {
    zh: '开设账号、更改角色、设密码、发放设备密钥。',
    en: 'Open accounts, change roles, set passwords, issue keys for devices.',
  },
  'manage.parties': {
    zh: '登记商家、检测机构、承运人和直播机构。',
    en: 'Register merchants, laboratories, carriers and studios.',
  },
  'manage.plans': {
    zh: '每个品类检测哪些项目、按什么限值判定。',
    en: 'What is tested of each category, and by which limits.',
  },
  'manage.log': {
    zh: '日志有多少条、公钥是什么、最新的签名。',
    en: 'How long the log is, its key and its latest signature.',
  },
  regulatorText: {
    zh: '您可以查看所有质检仓的商品、检测、证书和公开日志。',
    en: 'You may look at goods, inspections and certificates of all warehouses, and at the log.',
  },
  hostText: {
    zh: '开一个直播场次，把展示页地址交给推流软件，然后在这里切换证书。',
    en: 'Open a live session, give its overlay address to the streaming software, then change the certificate here.',
  },
  'host.action': { zh: '进入直播', en: 'Go live' },
  laboratoryText: {
    zh: '质检仓送来的样品在这里。收到样品后扫一下封签，核对照片，填写报告结果。',
    en: 'The samples that warehouses sent you. Scan the seal of one, compare the photographs and file its report.',
  },
  'laboratory.action': { zh: '打开样品', en: 'Open the samples' },
});
