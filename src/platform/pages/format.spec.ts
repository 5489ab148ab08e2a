import { instantFromMillis } from '../../kernel/instant.js';
import {
  formatAmount,
  formatCode,
  formatCount,
  formatDay,
  formatMinute,
  formatPermille,
  formatQuantity,
  isCount,
} from './format.js';

describe('facts for people', () => {
  const lateEvening = instantFromMillis(Date.UTC(2026, 10, 22, 16, 30, 59));

  it('shows moments and days in the zone of the warehouse', () => {
    expect(formatMinute(lateEvening, 'Asia/Shanghai')).toBe('2026-11-23 00:30');
    expect(formatMinute(lateEvening, 'UTC')).toBe('2026-11-22 16:30');
    expect(formatDay(lateEvening, 'Asia/Shanghai')).toBe('2026-11-23');
  });

  it('keeps the digits of a value and binds them to the symbol', () => {
    expect(formatAmount('28.640', 'g')).toBe('28.640\u00a0g');
    expect(formatAmount('18.2', '%')).toBe('18.2%');
    expect(formatAmount('1.548')).toBe('1.548');
  });

  it('counts in the words of the reader and weighs in symbols', () => {
    expect(formatQuantity({ value: '200', unit: 'H87' }, 'zh')).toBe('200\u00a0件');
    expect(formatQuantity({ value: '200', unit: 'H87' }, 'en')).toBe('200\u00a0pieces');
    expect(formatQuantity({ value: '1', unit: 'H87' }, 'en')).toBe('1\u00a0piece');
    expect(formatQuantity({ value: '28.64', unit: 'GRM' }, 'en')).toBe('28.64\u00a0g');
    expect([isCount({ value: '1', unit: 'PR' }), isCount({ value: '1', unit: 'KGM' })]).toEqual([true, false]);
  });

  it('groups codes by four and counts by thousands', () => {
    expect(formatCode('7K3M9QWX2T')).toBe('7K3M 9QWX 2T');
    expect(formatCode('7K3M')).toBe('7K3M');
    expect([0, 999, 1000, 1234567].map(formatCount)).toEqual(['0', '999', '1\u202f000', '1\u202f234\u202f567']);
  });

  it('shows shares in tenths of a percent, never rounded up to all', () => {
    expect([undefined, 0, 5, 999, 1000].map(formatPermille)).toEqual(['–', '0.0%', '0.5%', '99.9%', '100.0%']);
  });
});
