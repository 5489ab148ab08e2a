import { refusedWith } from '../../../test/support/refused.js';
import type { Actor } from '../../kernel/actor.js';
import type { PlanItem } from '../catalog/index.js';
import { STAGES, type Unit } from '../units/index.js';
import { FILM_KINDS } from './film-items.js';
import type { PackingFile } from './filming.entity.js';
import { auditedPlan, SENT_AT, sendFile } from './filming.rules.js';

const ANN = { accountId: 'ann' } as Actor;
const FILE = { kind: 'unboxing-panoramic-video', sha256: 'aa', mediaType: 'video/mp4', bytes: 12 } as const;
const PLAN = { version: 3, items: [{ code: 'CRB-CD' } as PlanItem] };

function unitAt(stage: string, changes: object = {}): Unit {
  return { id: 'u1', stage, flow: 'merchant-films', openHolds: 0, inspectableHolds: 0, ...changes } as Unit;
}

const sent = (kinds = FILM_KINDS): PackingFile[] =>
  kinds.map((kind) => ({ unitId: 'u1', kind, sha256: 'aa' }) as PackingFile);

describe('a packing file', () => {
  it.each(STAGES)('is sent before the audit, or after one that failed: %s', (stage) => {
    const code = refusedWith(() => sendFile(ANN, unitAt(stage), FILE, []));
    expect(code).toBe(SENT_AT.includes(stage) ? 'taken' : 'units.wrong-stage');
  });

  it('is not sent of goods that the warehouse tests, nor of held ones', () => {
    const tested = unitAt('received', { flow: 'warehouse-tests' });
    expect(refusedWith(() => sendFile(ANN, tested, FILE, []))).toBe('filming.not-filmed');
    expect(refusedWith(() => sendFile(ANN, unitAt('received', { openHolds: 1 }), FILE, []))).toBe('units.on-hold');
  });

  it('stands in the log by its hash, once', () => {
    const [event] = sendFile(ANN, unitAt('received'), FILE, []);
    expect(event?.contents.public).toEqual({ file: FILE.kind, sha256: 'aa' });
    expect(sendFile(ANN, unitAt('received'), FILE, sent())).toEqual([]);
  });
});

describe('what is audited', () => {
  it('is the plan of the warehouse where the warehouse tests', () => {
    expect(auditedPlan(unitAt('received', { flow: 'warehouse-tests' }), PLAN, [])).toBe(PLAN);
  });

  it('is one item for each of the four files, each of which must be true', () => {
    const audited = auditedPlan(unitAt('received'), PLAN, sent());
    expect(audited?.version).toBe(3);
    expect(audited?.items.map(({ judge, mandatory, when }) => [judge.op, mandatory, when])).toEqual(
      FILM_KINDS.map(() => ['isTrue', true, null]),
    );
  });

  it.each(FILM_KINDS)('waits for every file: %s', (kind) => {
    const others = sent(FILM_KINDS.filter((each) => each !== kind));
    expect(refusedWith(() => auditedPlan(unitAt('received'), PLAN, others))).toBe('filming.files-missing');
  });
});
