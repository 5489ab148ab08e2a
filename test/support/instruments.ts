import { dayOf } from '../../src/kernel/instant.js';
import { newId } from '../../src/ledger/index.js';
import type { Caller, World } from './world.js';

/** What the demo warehouse measures and looks with; those that look need no calibration. */
const REGISTER = [
  { code: 'R-02', name: '折射仪', kind: 'refractometer' },
  { code: 'B-03', name: '天平', kind: 'balance' },
  { code: 'W-01', name: '地磅', kind: 'scale' },
  { code: 'T-04', name: '温度计', kind: 'thermometer' },
  { code: 'S-04', name: '二氧化硫快检仪', kind: 'analyser' },
  { code: 'K-05', name: '定氮仪', kind: 'analyser' },
  { code: 'A-06', name: '原子吸收', kind: 'analyser' },
  { code: 'P-01', name: '偏光镜', kind: 'polariscope' },
  { code: 'L-10', name: '10 倍放大镜', kind: 'loupe' },
] as const;
export type InstrumentCode = (typeof REGISTER)[number]['code'];

const WITHOUT = { calibration: 'not-needed', calibrationReason: '只用于观察，不给出数值' };
const LOOKING: readonly string[] = ['polariscope', 'loupe'];

/** Registers them all, calibrated today for longer than any test; answers their ids by code. */
export async function registerInstruments(
  world: World,
  admin: Caller,
): Promise<Readonly<Record<InstrumentCode, string>>> {
  const ids: [string, string][] = [];
  for (const { kind, ...rest } of REGISTER) {
    const isLooking = LOOKING.includes(kind);
    const id = await registeredInstrument(world, admin, { kind, ...rest, ...(isLooking ? WITHOUT : {}) });
    if (!isLooking) await calibrated(world, admin, id);
    ids.push([rest.code, id]);
  }
  return Object.fromEntries(ids) as Record<InstrumentCode, string>;
}

export async function registeredInstrument(world: World, admin: Caller, changes: object = {}): Promise<string> {
  const body = { code: 'B-09', name: '天平', kind: 'balance', ...changes };
  const answer = await world.post('/api/v1/instruments', { as: admin, body });
  if (answer.status !== 201) throw new Error(answer.text);
  return newId(answer.body, 'instrument') ?? '';
}

let certificates = 0;

/** Records a calibration, by itself good, of today and for years; answers its id. */
export async function calibrated(world: World, admin: Caller, id: string, changes: object = {}): Promise<string> {
  const day = dayOf(world.clock.now(), world.config.zone);
  const good = { certificateNo: `JL-${++certificates}`, by: '示例计量所', day, due: '2039-12-31', result: 'pass' };
  const answer = await world.post(`/api/v1/instruments/${id}/calibrations`, {
    as: admin,
    body: { ...good, ...changes },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return newId(answer.body, 'calibration') ?? '';
}

/** A calibration of today that failed; answers its id. */
export function failedCalibration(world: World, admin: Caller, id: string): Promise<string> {
  return calibrated(world, admin, id, { result: 'fail', due: undefined });
}
