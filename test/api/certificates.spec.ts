import { CROCKFORD, isCheckedCode } from '../../src/kernel/base32.js';
import { commitmentOf } from '../../src/ledger/commitment.js';
import { decodeEntry } from '../../src/ledger/entry.js';
import { LogQueries } from '../../src/ledger/index.js';
import { certificateByCode, certificateByNumber, printedNumber } from '../../src/modules/certificates/index.js';
import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { certifiedBracelet, type CertifiedUnit, certifiedShrimpLot, packed } from '../support/certificates.js';
import { passedBracelet } from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { describeOnBoth, type World } from '../support/world.js';

interface LoggedEntry {
  readonly kind: string;
  readonly content: Record<string, unknown>;
  readonly isCommitted: boolean;
}

/** The entries about a subject with their public contents, checked against the commitments. */
async function logOf(world: World, type: string, id: string): Promise<LoggedEntry[]> {
  const log = world.app.get(LogQueries);
  const { size } = await log.head();
  const proven = await log.prove(await log.historyOf(type, id), size, ['public']);
  return proven.map(({ entry, disclosures }) => {
    const { kind, commitments } = decodeEntry(Buffer.from(entry, 'base64'));
    const [{ salt, content } = { salt: '', content: '{}' }] = disclosures;
    const isCommitted = content !== '{}' && commitments.public === commitmentOf({ group: 'public', salt, content });
    return { kind, content: JSON.parse(content), isCommitted };
  });
}

const REASON = { reason: { zh: '照片与实物不符', en: 'The photograph shows another piece' } };

describeOnBoth('certificates', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const issue = (unitId: string, body: object = {}, as = people.reviewer) =>
    world().post(`/api/v1/units/${unitId}/certificates`, { as, body });
  const change = (id: string, to: 'suspension' | 'reinstatement' | 'revocation', body: object = REASON) =>
    world().post(`/api/v1/certificates/${id}/${to}`, { as: people.admin, body });
  const one = async (id: string) => (await world().get(`/api/v1/certificates/${id}`, { as: people.merchant })).body;

  it('are issued with a number, a code and an address', async () => {
    const { unitId, certificateId, number, code } = await certifiedBracelet(world(), people);
    expect(isCheckedCode(number.replace('YZ-', ''))).toBe(true);
    expect(code).toMatch(new RegExp(`^[${CROCKFORD}]{26}$`));
    expect(await one(certificateId)).toMatchObject({
      unitId,
      state: 'valid',
      reason: null,
      verifyUrl: `HTTPS://V.EXAMPLE.CN/V/${code}`,
      pdf: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: expect.any(Number) },
      isSample: false,
    });
    const { reader } = world().database;
    expect(await certificateByCode(reader, code)).toMatchObject({ id: certificateId });
    expect(await certificateByNumber(reader, number.toLowerCase())).toMatchObject({ id: certificateId });
    expect(await certificateByNumber(reader, `${number.slice(0, -1)}?`)).toBeUndefined();
  });

  it('say in the file, at the API and in the log the same words', async () => {
    const { certificateId } = await certifiedShrimpLot(world(), people);
    const [issued, rendered, ...others] = await logOf(world(), 'certificate', certificateId);
    expect(others).toEqual([]);
    expect([issued?.kind, rendered?.kind]).toEqual(['certificates.issued', 'certificates.rendered']);
    expect([issued?.isCommitted, rendered?.isCommitted]).toEqual([true, true]);
    const content = await world().get(`/api/v1/certificates/${certificateId}/content`, { as: people.merchant });
    expect(content.headers['content-type']).toMatch(/^application\/json/);
    expect(content.body).toEqual(issued?.content);
    expect((await one(certificateId)).pdf).toEqual(rendered?.content);
  });

  it('are refused before the inspection is signed', async () => {
    const unitId = await receivedBracelet(world(), people);
    expect((await issue(unitId)).body).toMatchObject({ status: 409, code: 'units.wrong-stage' });
  });

  it('are refused while the unit is held', async () => {
    const { unitId } = await passedBracelet(world(), people);
    const held = { as: people.inspector, body: { reason: '待核' } };
    expect((await world().post(`/api/v1/units/${unitId}/holds`, held)).status).toBe(201);
    expect((await issue(unitId)).body).toMatchObject({ status: 409, code: 'units.on-hold' });
  });

  it('are refused to whoever inspected', async () => {
    const both = await world().account(people.warehouseId, 'warehouse', 'inspector', 'reviewer');
    const { unitId } = await passedBracelet(world(), { ...people, inspector: both });
    expect((await issue(unitId, {}, both)).body).toMatchObject({ status: 403, code: 'certificates.same-person' });
    expect((await issue(unitId)).status).toBe(201);
  });

  it('are refused when a character cannot be printed, and name it', async () => {
    const { unitId } = await passedBracelet(world(), people, { name: '紫晶💎手串' });
    const { body } = await issue(unitId);
    expect(body).toMatchObject({ status: 409, code: 'certificates.unprintable' });
    expect(body.detail).toContain('💎');
  });

  it('are one for each unit, unless the new one supersedes the old', async () => {
    const old = await certifiedBracelet(world(), people);
    const beside = await issue(old.unitId);
    expect(beside.body).toMatchObject({ status: 409, code: 'certificates.already-issued' });
    expect(beside.body.detail).toContain(printedNumber(old.number));
    const { certificateId: stranger } = await certifiedBracelet(world(), people);
    const wrong = await issue(old.unitId, { supersedes: stranger });
    expect(wrong.body).toMatchObject({ status: 409, code: 'certificates.nothing-to-supersede' });
    expect((await issue(old.unitId, { supersedes: old.certificateId })).status).toBe(201);
    const { body } = await world().get(`/api/v1/certificates?unitId=${old.unitId}`, { as: people.reviewer });
    const [first, second] = body.items;
    expect(first).toMatchObject({ id: old.certificateId, state: 'superseded', supersededBy: second.id, reason: null });
    expect(second).toMatchObject({ state: 'valid', supersedes: old.certificateId });
    expect((await change(old.certificateId, 'revocation')).body.code).toBe('certificates.wrong-state');
  });

  it('block packing while suspended, and say publicly why', async () => {
    const { unitId, certificateId } = await certifiedBracelet(world(), people);
    expect((await change(certificateId, 'suspension')).status).toBe(201);
    expect(await one(certificateId)).toMatchObject({ state: 'suspended', ...REASON });
    const body = { sealNo: `S-${unitId}`, mass: { value: '0.1', unit: 'KGM' } };
    const packing = await world().post(`/api/v1/units/${unitId}/packing`, { as: people.packer, body });
    expect(packing.body).toMatchObject({ status: 409, code: 'certificates.none-valid' });
    expect((await issue(unitId)).body.code).toBe('certificates.already-issued');
    expect((await change(certificateId, 'suspension')).body.code).toBe('certificates.wrong-state');
    expect((await change(certificateId, 'reinstatement', { reason: { zh: '已核实' } })).status).toBe(201);
    expect(await one(certificateId)).toMatchObject({ state: 'valid', reason: { zh: '已核实', en: null } });
    await packed(world(), people.packer, unitId);
    const [, , suspended] = await logOf(world(), 'certificate', certificateId);
    expect(suspended).toMatchObject({
      kind: 'certificates.state-changed',
      isCommitted: true,
      content: { state: 'suspended', ...REASON },
    });
  });

  it('are revoked for good, after which another one may be issued', async () => {
    const { unitId, certificateId } = await certifiedBracelet(world(), people);
    expect((await change(certificateId, 'revocation')).status).toBe(201);
    for (const to of ['reinstatement', 'suspension', 'revocation'] as const) {
      expect((await change(certificateId, to)).body).toMatchObject({ status: 409, code: 'certificates.wrong-state' });
    }
    const again = await issue(unitId, { supersedes: certificateId });
    expect(again.body.code).toBe('certificates.nothing-to-supersede');
    expect((await issue(unitId)).status).toBe(201);
    expect(await one(certificateId)).toMatchObject({ state: 'revoked' });
  });

  it('take a reason that says something', async () => {
    const { certificateId } = await certifiedBracelet(world(), people);
    const bodies = [{}, { reason: '有误' }, { reason: { zh: ' ' } }, { reason: { en: 'wrong' } }];
    const nothing = [{ reason: { zh: '有误', en: null } }, { reason: { zh: '有误' }, state: 'valid' }];
    for (const body of [...bodies, ...nothing]) {
      expect((await change(certificateId, 'revocation', body)).status).toBe(422);
    }
    expect(await one(certificateId)).toMatchObject({ state: 'valid' });
  });

  it('answer a repeated request with the first certificate', async () => {
    const { unitId } = await passedBracelet(world(), people);
    const call = { as: people.reviewer, body: {}, headers: { 'idempotency-key': `issue-${unitId}` } };
    const first = await world().post(`/api/v1/units/${unitId}/certificates`, call);
    const second = await world().post(`/api/v1/units/${unitId}/certificates`, call);
    expect(second.body).toEqual(first.body);
    const { body } = await world().get(`/api/v1/certificates?unitId=${unitId}`, { as: people.reviewer });
    expect(body.items).toHaveLength(1);
  });

  it('are listed by state and by page', async () => {
    const made: CertifiedUnit[] = [];
    for (let count = 0; count < 3; count++) made.push(await certifiedBracelet(world(), people));
    for (const { certificateId } of made) await change(certificateId, 'suspension');
    const listed: string[] = [];
    let after = '';
    do {
      const path = `/api/v1/certificates?state=suspended&limit=2${after && `&after=${after}`}`;
      const { body } = await world().get(path, { as: people.reviewer });
      listed.push(...body.items.map(({ id }: { id: string }) => id));
      after = body.next;
    } while (after);
    expect(listed).toEqual(made.map(({ certificateId }) => certificateId));
  });

  it('do not exist for other parties', async () => {
    const { unitId, certificateId } = await certifiedBracelet(world(), people);
    const elsewhere = await demoWarehouse(world());
    for (const path of ['', '/content', '/pdf']) {
      const call = { as: people.otherMerchant };
      expect((await world().get(`/api/v1/certificates/${certificateId}${path}`, call)).status).toBe(404);
    }
    expect((await world().get('/api/v1/certificates', { as: people.otherMerchant })).body.items).toEqual([]);
    expect((await issue(unitId, {}, elsewhere.reviewer)).status).toBe(404);
    const call = { as: elsewhere.admin, body: REASON };
    expect((await world().post(`/api/v1/certificates/${certificateId}/revocation`, call)).status).toBe(404);
  });

  it('are issued and revoked by the roles for it only', async () => {
    const { unitId, certificateId } = await certifiedBracelet(world(), people);
    for (const as of [people.packer, people.admin, people.inspector, people.merchant]) {
      expect((await issue(unitId, {}, as)).status).toBe(403);
    }
    const call = { as: people.merchant, body: REASON };
    expect((await world().post(`/api/v1/certificates/${certificateId}/revocation`, call)).status).toBe(403);
    expect((await world().get(`/api/v1/certificates/${certificateId}`)).status).toBe(401);
  });

  it('refuse fields that nobody knows', async () => {
    const { unitId } = await passedBracelet(world(), people);
    for (const body of [{ number: 'YZ-0000000000' }, { supersedes: null }, { supersedes: 'x' }]) {
      expect((await issue(unitId, body)).status).toBe(422);
    }
  });
});
