import { newId } from '../../src/ledger/index.js';
import type { DemoWarehouse } from './catalog.js';
import { certifiedBracelet, packed, printed } from './certificates.js';
import { crawl } from './crawler.js';
import { overHttp } from './over-http.js';
import { newUscc } from './parties.js';
import type { Answer, Caller, World } from './world.js';

const SHIPMENTS = 4;
const PARTIES = 24;
const ACCOUNTS = 46;

interface Sent {
  readonly method: 'post' | 'put';
  readonly path: string;
  readonly as: Caller;
  readonly body: object;
  readonly key: string;
}

/** Two hundred distinct texts in every personal field that the API has, and whose they are. */
export class PlantedPeople {
  readonly markers: string[] = [];
  /** Those that a later change of the same party has replaced: no page shows them. */
  readonly replaced: string[] = [];
  readonly ids = { account: [] as string[], party: [] as string[], shipment: [] as string[] };
  private readonly sent: Sent[] = [];
  http = overHttp('');

  constructor(
    readonly people: DemoWarehouse,
    readonly regulator: Caller,
    /** Labelled units, ready to be handed over. */
    readonly units: readonly { readonly unitId: string; readonly code: string }[],
  ) {}

  /** Makes the goods inside the test's own process; the people come over HTTP. */
  static async prepare(world: World, people: DemoWarehouse): Promise<PlantedPeople> {
    const regulator = await world.account(people.warehouseId, 'regulator', 'regulator');
    const units = [];
    for (let count = 0; count < SHIPMENTS; count++) {
      const unit = await certifiedBracelet(world, people);
      await packed(world, people.packer, unit.unitId);
      await printed(world, people.packer, unit.unitId);
      await world.post(`/api/v1/units/${unit.unitId}/labelling`, { as: people.packer });
      units.push(unit);
    }
    return new PlantedPeople(people, regulator, units);
  }

  async plant(): Promise<void> {
    for (const { unitId } of this.units) await this.plantRecipient(unitId);
    for (let count = 0; count < PARTIES; count++) await this.plantContact();
    for (let count = 0; count < ACCOUNTS; count++) await this.plantAccount(count < 5);
  }

  /** Sends every command once more, with its own Idempotency-Key. */
  repeatAll(): Promise<Answer[]> {
    return Promise.all(this.sent.map((request) => this.repeat(request)));
  }

  /** Everything that somebody can reach with a browser or the API, as text. */
  async everythingShown(): Promise<string[]> {
    const { admin, shipper, merchant, merchantId } = this.people;
    const shown: string[] = [];
    for (const [as, language] of [
      [admin, 'zh'],
      [shipper, 'en'],
      [merchant, 'zh'],
      [this.regulator, 'en'],
    ] as const) {
      const pages = await crawl(this.http, { as, start: '/console', language });
      shown.push(...pages.map(({ answer }) => answer.text));
      const paths = [
        ...['/metrics', '/readyz', '/log/checkpoint', ...this.units.map(({ code }) => `/v/${code}`)],
        ...[`/api/v1/accounts?limit=100&partyId=${merchantId}`, '/api/v1/accounts?limit=100'],
        ...['/api/v1/parties?limit=100', ...this.ids.party.map((id) => `/api/v1/parties/${id}`)],
        ...['/api/v1/shipments?limit=100', ...this.ids.shipment.map((id) => `/api/v1/shipments/${id}`)],
      ];
      for (const path of paths) shown.push((await this.http.get(path, { as })).text);
    }
    return shown;
  }

  private mark(): string {
    const marker = `mk${String(this.markers.length).padStart(3, '0')}xq7`;
    this.markers.push(marker);
    return marker;
  }

  /** A command with an Idempotency-Key, sent twice, as a client does that did not hear the first answer. */
  private async send(wish: Omit<Sent, 'key'>): Promise<Answer> {
    const request = { ...wish, key: `request-${this.sent.length}-of-the-test` };
    this.sent.push(request);
    const first = await this.repeat(request);
    const second = await this.repeat(request);
    if (first.status >= 300 || second.text !== first.text) throw new Error(`${first.text}\n${second.text}`);
    return first;
  }

  private repeat({ method, path, as, body, key }: Sent): Promise<Answer> {
    return this.http[method](path, { as, body, headers: { 'idempotency-key': key } });
  }

  private async plantRecipient(unitId: string): Promise<void> {
    const recipient = { name: `张${this.mark()}`, phone: this.mark(), address: `海州区${this.mark()} 3 号` };
    const body = { carrierName: '示例速运', waybill: `SF-${unitId}`, unitIds: [unitId], recipient };
    const answer = await this.send({ method: 'post', path: '/api/v1/shipments', as: this.people.shipper, body });
    this.ids.shipment.push(newId(answer.body, 'shipment') ?? '');
  }

  private async plantContact(): Promise<void> {
    const as = this.people.admin;
    const uscc = newUscc();
    const facts = () => ({ name: { zh: '某商家' }, uscc, contactName: `王${this.mark()}`, phone: this.mark() });
    const body = { kind: 'merchant', ...facts() };
    this.replaced.push(...this.markers.slice(-2));
    const id = newId((await this.send({ method: 'post', path: '/api/v1/parties', as, body })).body, 'party') ?? '';
    await this.send({ method: 'put', path: `/api/v1/parties/${id}`, as, body: facts() });
    this.ids.party.push(id);
  }

  /** Some also sign in, rightly and wrongly: sessions, and what the server says of it. */
  private async plantAccount(signsIn: boolean): Promise<void> {
    const { admin, merchantId } = this.people;
    const [login, password] = [this.mark(), 'long enough words'];
    const body = { login, name: `李${this.mark()}`, password, roles: ['merchant'] };
    const answer = await this.send({ method: 'post', path: `/api/v1/parties/${merchantId}/accounts`, as: admin, body });
    this.ids.account.push(newId(answer.body, 'account') ?? '');
    if (!signsIn) return;
    await this.http.post('/api/v1/sessions', { body: { login, password } });
    await this.http.post('/api/v1/sessions', { body: { login, password: 'wrong' } });
  }
}
