import type { Instant } from '../../kernel/instant.js';
import type { Unit } from '../units/index.js';
import { contextOf } from './judge-context.rules.js';

const NIGHT = '2026-11-22T16:30:00.000Z' as Instant;

function unit(of: object, changes: Partial<Unit> = {}): Unit {
  const row: Partial<Unit> = { kind: 'lot', attributes: '{"isChild":false}', productionDay: null, ...changes };
  return { ...row, declared: JSON.stringify(of) } as Unit;
}

function declared(of: object, changes: Partial<Unit> = {}): object {
  return contextOf(unit(of, changes), { startedAt: NIGHT, zone: 'Asia/Shanghai' }).declared;
}

describe('what a unit is judged by', () => {
  it('counts days in the zone of the warehouse', () => {
    expect(contextOf(unit({}), { startedAt: NIGHT, zone: 'Asia/Shanghai' }).inspectionDay).toBe('2026-11-23');
    expect(contextOf(unit({}), { startedAt: NIGHT, zone: 'UTC' }).inspectionDay).toBe('2026-11-22');
  });

  it('knows the day of production, or that nobody does', () => {
    expect(contextOf(unit({}, { productionDay: '2026-10-01' }), { startedAt: NIGHT, zone: 'UTC' }).productionDay).toBe(
      '2026-10-01',
    );
    expect(contextOf(unit({}), { startedAt: NIGHT, zone: 'UTC' }).productionDay).toBeNull();
  });

  it.each([
    ['500', '500'],
    ['500 kg', { value: '500', unit: 'KGM' }],
    ['500公斤', { value: '500', unit: 'KGM' }],
    ['一箱', '一箱'],
  ])('reads the declared quantity %s', (text, quantity) => {
    expect(declared({ quantity: text })).toEqual({ quantity });
  });

  it('lists documents', () => {
    const documents = ['检疫证', '发票', '核酸'];
    expect(declared({ documents: '检疫证、发票, ,核酸；' })).toEqual({ documents });
  });

  it('leaves other texts alone', () => {
    expect(declared({ skuName: '白虾 30/40, 冻' })).toEqual({ skuName: '白虾 30/40, 冻' });
  });

  it('counts a piece as one and assumes nothing of a lot', () => {
    expect(declared({}, { kind: 'piece' })).toEqual({ quantity: '1' });
    expect(declared({ quantity: '3' }, { kind: 'piece' })).toEqual({ quantity: '3' });
    expect(declared({})).toEqual({});
  });
});
