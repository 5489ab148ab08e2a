import type { Role } from '../../src/kernel/actor.js';
import { Client, idOf, type Receipt } from './client.js';

/** Who takes part in the demo, signed in over HTTP. */
export interface People {
  readonly receiver: Client;
  readonly inspector: Client;
  readonly reviewer: Client;
  readonly packer: Client;
  readonly shipper: Client;
  readonly merchant: Client;
  readonly host: Client;
  readonly warehouseId: string;
  readonly merchantIds: { readonly crystal: string; readonly seafood: string };
}

/** One sign-in of the demo, to be printed. */
export interface SignIn {
  readonly login: string;
  readonly role: string;
}

const STAFF: readonly (readonly [string, string, Role])[] = [
  ['shouhuo', '周收货', 'receiver'],
  ['jianyan', '李检验', 'inspector'],
  ['fuhe', '王复核', 'reviewer'],
  ['baozhuang', '陈包装', 'packer'],
  ['chuku', '赵出库', 'shipper'],
];

// The unified social credit codes below are made up for the demo; their check characters are right.
const CRYSTAL = {
  name: { zh: '东海晶润水晶有限公司(示例)', en: 'Donghai Jingrun Crystal (sample)' },
  uscc: '91320722MAXNYD001Q',
};
const SEAFOOD = {
  name: { zh: '赣榆海之鲜水产有限公司(示例)', en: 'Ganyu Haizhixian Seafood (sample)' },
  uscc: '91320707MAXNYD0025',
};

/** Opens the merchants and everybody's accounts with the administrator's hands, and signs them in. */
export async function openPeople(url: string, admin: Client, password: string): Promise<[People, SignIn[]]> {
  const me = (await (await admin.get('/api/v1/sessions/current')).json()) as { partyId: string };
  const crystal = idOf(await admin.post('/api/v1/parties', { kind: 'merchant', ...CRYSTAL }), 'party');
  const seafood = idOf(await admin.post('/api/v1/parties', { kind: 'merchant', ...SEAFOOD }), 'party');
  const open = (partyId: string, login: string, name: string, role: Role): Promise<Receipt> =>
    admin.post(`/api/v1/parties/${partyId}/accounts`, { login, name, password, roles: [role] });
  for (const [login, name, role] of STAFF) await open(me.partyId, login, name, role);
  await open(crystal, 'shangjia', '孙商家', 'merchant');
  await open(crystal, 'zhubo', '吴主播', 'host');
  const as = (login: string): Promise<Client> => Client.signIn(url, login, password);
  const people: People = {
    receiver: await as('shouhuo'),
    inspector: await as('jianyan'),
    reviewer: await as('fuhe'),
    packer: await as('baozhuang'),
    shipper: await as('chuku'),
    merchant: await as('shangjia'),
    host: await as('zhubo'),
    warehouseId: me.partyId,
    merchantIds: { crystal, seafood },
  };
  const outside = [
    { login: 'shangjia', role: 'merchant' },
    { login: 'zhubo', role: 'host' },
  ];
  return [people, [...STAFF.map(([login, , role]) => ({ login, role })), ...outside]];
}
