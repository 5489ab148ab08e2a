import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { shippedBracelet, type ShippedUnit, shippedShrimpLot } from '../support/shipped.js';
import { type Answered, faultsOfAnswer } from '../support/stranger.js';
import { describeOnBoth } from '../support/world.js';

/** Shown, but no fact: where the page is, what the log is called, and the verdict of the page over the facts. */
const NO_FACT = ['/path', '/log', '/answer', '/code/class', '/proofs'];

/** Pointers to every plain value. */
function leaves(value: unknown, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, `${pointer}/${key}`));
}

describeOnBoth('the proofs of a page', (world) => {
  let people: DemoWarehouse;
  let bracelet: ShippedUnit;
  let lot: ShippedUnit;
  let vkey: string;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    bracelet = await shippedBracelet(world(), people);
    lot = await shippedShrimpLot(world(), people);
    vkey = (await world().get('/log/key')).text.trim();
  });

  async function answered(code: string | undefined) {
    const { status, body } = await world().get(`/v/${code}`, { headers: { accept: 'application/json' } });
    expect(status).toBe(200);
    return body;
  }

  it('convince a stranger, by show code and by item code, for a piece and for a lot', async () => {
    for (const unit of [bracelet, lot])
      for (const code of [unit.code, unit.labels[0]?.code])
        expect(faultsOfAnswer(await answered(code), vkey, unit.unitId)).toEqual([]);
  });

  it('still convince after the log grew and the certificate changed', async () => {
    const body = { reason: { zh: '正在核实' } };
    const path = `/api/v1/certificates/${lot.certificateId}/suspension`;
    expect((await world().post(path, { as: people.reviewer, body })).status).toBe(201);
    await shippedBracelet(world(), people, 1);
    const answer = await answered(lot.code);
    expect(answer).toMatchObject({ answer: 'suspended', certificate: { reason: { zh: '正在核实', en: '正在核实' } } });
    expect(faultsOfAnswer(answer, vkey, lot.unitId)).toEqual([]);
  });

  it('name an entry for every fact that is shown, but for those that they say they cannot prove', async () => {
    for (const code of [bracelet.code, bracelet.labels[0]?.code, lot.code]) {
      const answer = await answered(code);
      const proven: string[] = answer.proofs.facts.map(({ fact }: { fact: string }) => fact);
      const known = [...proven, ...answer.proofs.unproven, ...NO_FACT];
      const unexplained = leaves(answer).filter(
        (leaf) => !known.some((pointer) => leaf === pointer || leaf.startsWith(`${pointer}/`)),
      );
      expect(unexplained).toEqual([]);
    }
  });

  it('lead each reading back to the entry in which it was first recorded', async () => {
    const { readings, proofs } = await answered(bracelet.code);
    for (const number of readings.keys()) {
      const entries = proofs.facts.filter(({ fact }: { fact: string }) => fact === `/readings/${number}/value`);
      const kinds = entries.map(({ entry }: { entry: number }) => kindOf(proofs.entries, entry));
      expect(kinds.toSorted()).toEqual(['certificates.issued', 'inspection.reading-recorded']);
    }
  });

  it('hold the whole chain from intake to shipment', async () => {
    const { proofs, log } = await answered(bracelet.code);
    const kinds = proofs.entries.map(({ index }: { index: number }) => kindOf(proofs.entries, index));
    expect(kinds).toHaveLength(log.entries);
    expect(kinds.slice(0, 2)).toEqual(['intake.line-received', 'units.unit-registered']);
    expect(kinds).toContain('shipping.handed-over');
  });

  it('convince nobody when one thing in them is changed', async () => {
    const answer: Answered & { verdict: string } = await answered(bracelet.code);
    const forgeries: ((forged: typeof answer) => void)[] = [
      (forged) => Object.assign(forged, { verdict: 'fail' }),
      (forged) => Object.assign(forged.proofs, { size: forged.proofs.size - 1 }),
      (forged) => Object.assign(forged.proofs, { checkpoint: forged.proofs.checkpoint.replace(/\n\d+\n/, '\n9\n') }),
      (forged) => Object.assign(forged.proofs, { entries: forged.proofs.entries.toSpliced(3, 1) }),
      (forged) => Object.assign(forged.proofs, { entries: forged.proofs.entries.slice(1) }),
      (forged) => Object.assign(forged.proofs.entries[2] ?? {}, { proof: [] }),
      (forged) => Object.assign(forged.proofs.entries[1]?.disclosures[0] ?? {}, { content: '{"name":"钻石"}' }),
      (forged) => Object.assign(forged.proofs.entries[1]?.disclosures[0] ?? {}, { salt: '00'.repeat(32) }),
    ];
    for (const forge of forgeries) {
      const forged = structuredClone(answer);
      forge(forged);
      expect(faultsOfAnswer(forged, vkey, bracelet.unitId)).not.toEqual([]);
    }
    expect(faultsOfAnswer(answer, vkey.replace(/.{4}$/, 'AAAA'), bracelet.unitId)).not.toEqual([]);
  });
});

function kindOf(entries: readonly { readonly index: number; readonly entry: string }[], index: number): string {
  const { entry = '' } = entries.find((one) => one.index === index) ?? {};
  return JSON.parse(Buffer.from(entry, 'base64').toString('utf8')).kind;
}
