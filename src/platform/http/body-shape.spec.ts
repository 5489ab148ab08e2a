import { checkShape } from './body-shape.js';

const nested = (depth: number): unknown => JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));
const list = (length: number, member: unknown = 0): unknown[] => Array.from({ length }, () => member);

describe('the shape of a body', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'x'.repeat(1_000_000)],
    ['a photograph', Buffer.alloc(1_000_000)],
    ['32 levels', nested(32)],
    ['1,000 members', list(1_000)],
    ['20,000 values', [...list(19, list(1_000)), list(1_000 - 20)]],
  ])('may be %s', (_, body) => {
    expect(() => checkShape(body)).not.toThrow();
  });

  it.each([
    ['33 levels', nested(33)],
    ['a hundred thousand levels', nested(100_000)],
    ['1,001 members in a list', list(1_001)],
    ['1,001 fields', Object.fromEntries(list(1_001).map((_, i) => [`k${i}`, 1]))],
    ['more than 20,000 values', list(21, list(1_000))],
  ])('may not be %s', (_, body) => {
    expect(() => checkShape(body)).toThrow('http.body-too-complex');
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', '\\ud800'])('has no field called %s', (name) => {
    expect(() => checkShape({ lines: [JSON.parse(`{"${name}":1}`)] })).toThrow('http.bad-request');
  });
});
