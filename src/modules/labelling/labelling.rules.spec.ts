import { unitRow } from '../../../test/support/certificate-grounds.js';
import type { LabelCopy } from './labelling.entity.js';
import { applyLabels, printCopies, spoilCopy } from './labelling.rules.js';

const GATES = { packagingGateAt: '2026-11-22T04:00:00.000Z' };
const packed = unitRow({ stage: 'packed', ...GATES });
const labelled = unitRow({ stage: 'labelled', ...GATES, labellingGateAt: '2026-11-22T05:00:00.000Z' });
const CODE = '0V7M3QK9XDR2T5BNWH8EYC4ZA6';

function copy(changes: Partial<LabelCopy> = {}): LabelCopy {
  return {
    id: 'label',
    unitId: packed.id,
    warehouseId: 'warehouse',
    certificateId: 'certificate',
    number: 1,
    of: 1,
    code: CODE,
    state: 'printed',
    printedAt: '2026-11-22T04:30:00.000Z',
    appliedAt: null,
    spoiledAt: null,
    spoilReason: null,
    ...changes,
  };
}

describe('printing labels', () => {
  const order = {
    unit: packed,
    certificateId: 'certificate',
    lastNumber: 0,
    copies: [
      { id: 'a', code: CODE },
      { id: 'b', code: CODE.replace('0', '1') },
    ],
    publicUrl: 'https://v.example.cn',
  };

  it('numbers copies on from the last that was ever printed', () => {
    const [printed] = printCopies({ ...order, lastNumber: 20 });
    expect(printed?.subjects.map(({ type }) => type)).toEqual(['unit', 'label', 'label']);
    expect(printed?.contents).toMatchObject({
      public: { count: 2 },
      party: {
        copies: [
          { id: 'a', number: 21 },
          { id: 'b', number: 22 },
        ],
      },
    });
  });

  it('tells the public how many, never the codes', () => {
    const [printed] = printCopies(order);
    expect(JSON.stringify(printed?.contents.public)).not.toContain(CODE);
  });

  it('goes on after the gate, for copies that were spoiled', () => {
    expect(printCopies({ ...order, unit: labelled })).toHaveLength(1);
  });

  it.each(['passed', 'shipped', 'returned', 'failed'])('is refused for a unit that is %s', (stage) => {
    expect(() => printCopies({ ...order, unit: { ...packed, stage } })).toThrow('units.wrong-stage');
  });

  it('is refused while the unit is held', () => {
    expect(() => printCopies({ ...order, unit: { ...packed, openHolds: 1 } })).toThrow('units.on-hold');
  });

  it('is refused without an address, or with one that no phone can open', () => {
    expect(() => printCopies({ ...order, publicUrl: undefined })).toThrow('labelling.public-url-missing');
    const local = { ...order, publicUrl: 'http://localhost:3000' };
    expect(() => printCopies(local)).toThrow('labelling.address-is-local');
    expect(printCopies({ ...local, unit: { ...packed, isSample: true } })).toHaveLength(1);
  });
});

describe('applying labels', () => {
  it('closes the last gate with good copies', () => {
    const events = applyLabels(packed, [copy(), copy({ state: 'spoiled' })], 'Y0005');
    expect(events.map(({ kind }) => kind)).toEqual(['labelling.applied', 'units.gate-closed', 'units.stage-reached']);
    expect(events[0]?.contents.public).toEqual({ count: 1, packer: 'Y0005' });
  });

  it('adds replacements later without closing the gate again', () => {
    const events = applyLabels(labelled, [copy({ state: 'applied' }), copy()], 'Y0005');
    expect(events.map(({ kind }) => kind)).toEqual(['labelling.applied']);
  });

  it.each(['spoiled', 'applied'])('is refused when every copy is %s', (state) => {
    expect(() => applyLabels(packed, [copy({ state })], 'Y0005')).toThrow('labelling.no-good-copy');
  });

  it('is refused while the unit is held, and before it is packed', () => {
    expect(() => applyLabels({ ...packed, openHolds: 1 }, [copy()], 'Y0005')).toThrow('units.on-hold');
    expect(() => applyLabels(unitRow(), [copy()], 'Y0005')).toThrow('units.wrong-stage');
  });
});

describe('spoiling a label', () => {
  it.each(['printed', 'applied'])('is possible once it is %s', (state) => {
    expect(spoilCopy(copy({ state }), '撕裂')[0]).toMatchObject({
      kind: 'labelling.copy-spoiled',
      contents: { public: { number: 1 }, party: { reason: '撕裂' } },
    });
  });

  it('happens once', () => {
    expect(() => spoilCopy(copy({ state: 'spoiled' }), '撕裂')).toThrow('labelling.already-spoiled');
  });
});
