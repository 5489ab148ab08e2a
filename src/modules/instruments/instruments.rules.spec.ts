import { instrumentRow } from '../../../test/support/inspection-rows.js';
import type { Actor } from '../../kernel/actor.js';
import type { Day, Instant } from '../../kernel/instant.js';
import { refusedWith } from '../../../test/support/refused.js';
import { UNITS } from '../../kernel/units.js';
import { fits, INSTRUMENT_KINDS, isMeasured, isMeasuring, kindName } from './instrument-kinds.js';
import type { Calibration, Instrument } from './instruments.entity.js';
import {
  codeOf,
  recordCalibration,
  registerInstrument,
  retireInstrument,
  setCalibrationNeed,
  usableInstrument,
} from './instruments.rules.js';

const admin: Actor = {
  accountId: 'ann',
  pseudonym: 'p',
  number: 'Y1',
  partyId: 'w',
  partyKind: 'warehouse',
  roles: ['admin'],
};
const TODAY = '2026-11-22' as Day;

const balance = (changes: Partial<Instrument> = {}): Instrument =>
  instrumentRow({ code: 'B-03', name: '天平', kind: 'balance', ...changes });

const retired = balance({ state: 'retired' });
const loupe = balance({ kind: 'loupe', code: 'L-10' });

const wish = { code: 'B-03', name: ' 电子天平 ', kind: 'balance' } as const;
const good = {
  certificateNo: 'JL-1',
  by: '示例计量所',
  day: '2026-11-20' as Day,
  due: '2027-11-19' as Day,
  result: 'pass',
} as const;

describe('registering an instrument', () => {
  it('keeps its code in one spelling', () => {
    expect(['b-03', ' Ｂ－０３', 'B -03'].map(codeOf)).toEqual(['B-03', 'B-03', 'B-03']);
    const [event] = registerInstrument(admin, 'i1', { ...wish, code: 'ｂ-03', model: 'ME204' }, undefined);
    expect(event?.contents).toEqual({
      public: { code: 'B-03', name: '电子天平', kind: 'balance', model: 'ME204' },
      party: { warehouseId: 'w', accountId: 'ann' },
    });
  });

  it.each(['', '-1', '天平', 'B_3', 'X'.repeat(25)])('refuses the code "%s"', (code) => {
    expect(refusedWith(() => registerInstrument(admin, 'i1', { ...wish, code }, undefined))).toBe(
      'instruments.code-malformed',
    );
  });

  it('refuses a code that another has or had', () => {
    expect(refusedWith(() => registerInstrument(admin, 'i2', wish, retired))).toBe('instruments.code-taken');
  });

  it('lets only those go without calibration that give no figures, for a reason', () => {
    const without = { ...wish, calibration: 'not-needed', calibrationReason: '只用于观察' } as const;
    for (const kind of INSTRUMENT_KINDS) {
      const answer = refusedWith(() => registerInstrument(admin, 'i1', { ...without, kind }, undefined));
      expect(answer).toBe(isMeasuring(kind) ? 'instruments.must-be-calibrated' : 'taken');
    }
    const wordless = { ...wish, kind: 'loupe', calibration: 'not-needed' } as const;
    expect(refusedWith(() => registerInstrument(admin, 'i1', wordless, undefined))).toBe('instruments.reason-missing');
  });
});

describe('a calibration', () => {
  const known = (changes: Partial<Calibration> = {}): Calibration => ({
    id: 'c0',
    entry: 1,
    instrumentId: 'i1',
    warehouseId: 'w',
    certificateNo: 'JL-0',
    calibratedBy: '示例计量所',
    day: '2026-10-01' as Day,
    due: null,
    result: 'fail',
    fileHash: null,
    recordedAt: '2026-10-01T02:00:00.000Z' as Instant,
    ...changes,
  });
  const code = (changes: object, instrument = balance(), before: Calibration[] = []): string =>
    refusedWith(() =>
      recordCalibration(admin, 'c1', { instrument, known: before, today: TODAY }, { ...good, ...changes }),
    );

  it('is recorded with its certificate', () => {
    const state = { instrument: balance(), known: [], today: TODAY };
    const [event] = recordCalibration(admin, 'c1', state, { ...good, fileHash: 'a'.repeat(64) });
    expect(event?.contents.public).toEqual({ ...good, fileHash: 'a'.repeat(64) });
    expect(event?.subjects).toEqual([
      { type: 'instrument', id: 'i1' },
      { type: 'calibration', id: 'c1' },
    ]);
  });

  it.each([
    ['of a retired instrument', {}, retired, 'instruments.retired'],
    ['of tomorrow', { day: '2026-11-23' }, undefined, 'instruments.day-in-future'],
    ['of today', { day: '2026-11-22' }, undefined, 'taken'],
    ['without a due day', { due: undefined }, undefined, 'instruments.due-missing'],
    ['due before its day', { due: '2026-11-19' }, undefined, 'instruments.due-missing'],
    ['due on its day', { due: '2026-11-20' }, undefined, 'taken'],
    ['that failed, with a due day', { result: 'fail' }, undefined, 'instruments.due-of-failed'],
    ['that failed', { result: 'fail', due: undefined }, undefined, 'taken'],
    ['with a hash that is none', { fileHash: 'A'.repeat(64) }, undefined, 'instruments.file-hash-malformed'],
  ])('%s', (_, changes, instrument, expected) => {
    expect(code(changes, instrument)).toBe(expected);
  });

  it('has a certificate of its own', () => {
    expect(code({ certificateNo: ' JL-0 ' }, balance(), [known()])).toBe('instruments.certificate-twice');
  });

  it('is not added before one that failed, but on its day', () => {
    expect(code({ day: '2026-09-30' }, balance(), [known()])).toBe('instruments.before-failure');
    expect(code({ day: '2026-10-01' }, balance(), [known()])).toBe('taken');
    const passed = known({ result: 'pass', due: '2027-01-01' as Day });
    expect(code({ day: '2026-09-30' }, balance(), [passed])).toBe('taken');
  });
});

describe('an instrument in the register', () => {
  const reason = '只用于观察';

  it('changes its need of calibration for a reason, where it may', () => {
    const set = (of: Instrument, calibration: 'needed' | 'not-needed'): string =>
      refusedWith(() => setCalibrationNeed(admin, of, { calibration, reason }));
    expect(set(loupe, 'not-needed')).toBe('taken');
    expect(set(loupe, 'needed')).toBe('instruments.need-unchanged');
    expect(set(balance(), 'not-needed')).toBe('instruments.must-be-calibrated');
    expect(set(retired, 'not-needed')).toBe('instruments.retired');
    const [event] = setCalibrationNeed(admin, loupe, { calibration: 'not-needed', reason });
    expect(event?.contents).toEqual({ public: { calibration: 'not-needed' }, party: { reason, accountId: 'ann' } });
  });

  it('retires once', () => {
    expect(refusedWith(() => retireInstrument(admin, balance(), '摔坏'))).toBe('taken');
    expect(refusedWith(() => retireInstrument(admin, retired, '摔坏'))).toBe('instruments.retired');
  });

  it('is used while it is in use, for what it measures', () => {
    expect(usableInstrument('b-03', balance(), 'GRM').code).toBe('B-03');
    expect(usableInstrument('L-10', loupe, undefined).code).toBe('L-10');
    expect(refusedWith(() => usableInstrument('b-09', undefined, 'GRM'))).toBe('instruments.code-unknown');
    expect(refusedWith(() => usableInstrument('B-03', retired, 'GRM'))).toBe('instruments.retired');
    expect(refusedWith(() => usableInstrument('B-03', balance(), 'CEL'))).toBe('instruments.does-not-fit');
    expect(refusedWith(() => usableInstrument('L-10', loupe, 'GRM'))).toBe('instruments.does-not-fit');
  });
});

describe('kinds of instruments', () => {
  it('have a name in both languages, and an unknown one its own', () => {
    for (const kind of INSTRUMENT_KINDS)
      expect(Object.values(kindName(kind)).every((name) => name !== kind)).toBe(true);
    expect(kindName('laser')).toEqual({ zh: 'laser', en: 'laser' });
    expect(isMeasuring('laser')).toBe(true);
    expect(fits('laser', 'GRM')).toBe(false);
  });

  it('are there for every unit in which something is measured', () => {
    const measured = UNITS.filter(({ code }) => isMeasured(code));
    const fitting = (unit: string): string[] => INSTRUMENT_KINDS.filter((kind) => kind !== 'other' && fits(kind, unit));
    expect(measured.filter(({ code }) => fitting(code).length === 0)).toEqual([]);
    expect(measured.map(({ dimension }) => dimension)).not.toContain('count');
    expect(['H87', 'PR', 'HUR', 'ANN', 'X-CFUG', 'X-MPNG'].filter(isMeasured)).toEqual([]);
    expect(['GRM', 'MMT', 'CEL', 'X-ND', 'P1', 'NA', 'X-UGCM2W', 'MLT'].filter(isMeasured)).toHaveLength(8);
  });
});
