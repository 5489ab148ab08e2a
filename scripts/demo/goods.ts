/** Good goods, and what an inspector reads of them: for the demo and for the tests. Everything here is made up. */
export interface DemoGoods {
  readonly line: object;
  readonly receipt: object;
  /** One reading per item of the shipped demo plan. */
  readonly readings: readonly object[];
  readonly mass: { readonly value: string; readonly unit: string };
  readonly copies: number;
}

const BALANCE = 'BL-01';
const REFRACTOMETER = 'RF-02';
const THERMOMETER = 'TH-03';
const SULFITE = 'SO-04';
const NITROGEN = 'KN-05';
const ABSORPTION = 'AA-06';
const SCALE = 'WS-07';
const POLARISCOPE = 'PL-08';
const LOUPE = 'LP-09';

/** What the demo warehouse measures and looks with. Those that only help to look need no calibration. */
export const INSTRUMENTS = [
  { code: BALANCE, name: '电子天平', kind: 'balance' },
  { code: REFRACTOMETER, name: '折射仪', kind: 'refractometer' },
  { code: THERMOMETER, name: '温度计', kind: 'thermometer' },
  { code: SULFITE, name: '二氧化硫快检仪', kind: 'analyser' },
  { code: NITROGEN, name: '定氮仪', kind: 'analyser' },
  { code: ABSORPTION, name: '原子吸收', kind: 'analyser' },
  { code: SCALE, name: '地磅', kind: 'scale' },
  { code: POLARISCOPE, name: '偏光镜', kind: 'polariscope', isLooking: true },
  { code: LOUPE, name: '10 倍放大镜', kind: 'loupe', isLooking: true },
] as const;

export const BRACELET: DemoGoods = {
  line: {
    name: '紫晶手串',
    categoryId: 'crystal-jewelry',
    kind: 'piece',
    count: 1,
    attributes: {
      articleType: '手链/手串',
      gemName: '紫晶',
      naturalness: '天然',
      treatmentClass: '未见优化处理',
      metal: '无',
      totalMass: '21.36',
      beadSize: '8.0',
      beadCount: '24',
      color: '紫色',
      shape: '圆珠',
      cordMaterial: '弹力绳',
      isChild: false,
      giClaim: '无',
      hasMetalPart: false,
    },
    declared: { skuName: '天然紫晶手串 8mm', documents: '营业执照、合格证明' },
  },
  receipt: { count: 1, isSample: true },
  readings: [
    { item: 'CRY-QTY', value: { kind: 'number', value: '1', unit: null } },
    { item: 'CRY-SKU', value: { kind: 'text', text: '天然紫晶手串 8mm' } },
    { item: 'CRY-DOC', value: { kind: 'list', unit: null, values: ['营业执照', '合格证明'] } },
    { item: 'CRY-PHOTO', value: { kind: 'boolean', value: true } },
    { item: 'CRY-MAT', value: { kind: 'enum', value: '紫晶' } },
    { item: 'CRY-RI', value: { kind: 'number', value: '1.548', unit: 'X-ND' }, instrument: REFRACTOMETER },
    { item: 'CRY-OPT', value: { kind: 'enum', value: '一轴晶正光性' }, instrument: POLARISCOPE },
    { item: 'CRY-TREAT', value: { kind: 'enum', value: '未见优化处理' } },
    { item: 'CRY-WT', value: { kind: 'number', value: '21.35', unit: 'GRM' }, instrument: BALANCE },
    { item: 'CRY-APP', value: { kind: 'defects', defects: [] } },
    {
      item: 'CRY-MAG',
      value: { kind: 'opinion', verdict: 'pass', text: '可见气液包体与色带,未见平行生长条带' },
      instrument: LOUPE,
    },
  ],
  mass: { value: '58.2', unit: 'GRM' },
  copies: 1,
};

export const SHRIMP: DemoGoods = {
  line: {
    name: '冻南美白对虾',
    categoryId: 'frozen-shrimp',
    kind: 'lot',
    quantity: { value: '500', unit: 'KGM' },
    attributes: {
      species: '南美白对虾',
      form: '全虾',
      frozenType: '单冻',
      packing: '散装称重',
      countSize: '40-50',
      farmedWild: '养殖',
      harvestDate: '2026-10-20',
      expiryDate: '2028-10-20',
      area: '江苏连云港 赣榆',
      vesselOrFarm: '示例养殖场',
      isCrustacean: true,
      giClaim: '无',
      readyToEat: false,
    },
    declared: { quantity: '500 kg', skuName: '冻南美白对虾 40-50头', documents: '检疫证明、购销凭证' },
    lotNo: 'L20261021',
    productionDay: '2026-10-21',
  },
  receipt: { quantity: { value: '500', unit: 'KGM' }, isSample: true },
  readings: [
    { item: 'SHR-QTY', value: { kind: 'number', value: '500', unit: 'KGM' }, instrument: SCALE },
    { item: 'SHR-SKU', value: { kind: 'text', text: '冻南美白对虾 40-50头' } },
    { item: 'SHR-DOC', value: { kind: 'list', unit: null, values: ['检疫证明', '购销凭证'] } },
    { item: 'SHR-TEMP', value: { kind: 'number', value: '-19.5', unit: 'CEL' }, instrument: THERMOMETER },
    { item: 'SHR-SENS', value: { kind: 'boolean', value: true } },
    { item: 'SHR-GLAZE', value: { kind: 'number', value: '12.4', unit: 'P1' }, instrument: BALANCE },
    { item: 'SHR-SO2', value: { kind: 'number', value: '0.03', unit: 'GK' }, instrument: SULFITE },
    { item: 'SHR-TVBN', value: { kind: 'number', value: '14.2', unit: 'X-MG100G' }, instrument: NITROGEN },
    { item: 'SHR-CD', value: { kind: 'number', value: '0.12', unit: 'NA' }, instrument: ABSORPTION },
  ],
  mass: { value: '512', unit: 'KGM' },
  copies: 3,
};
