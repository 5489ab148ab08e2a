import { holds, mentioned } from './category-condition.rules.js';
import type { Condition } from './category-words.js';

const loose: Condition = { attribute: 'packing', in: ['散装称重'] };
const child: Condition = { attribute: 'isChild', is: true };

describe('a condition', () => {
  it('holds always when there is none', () => {
    expect(holds(null, {})).toBe('yes');
  });

  it('compares text after normalising, and yes or no exactly', () => {
    expect(holds(loose, { packing: ' 散装称重 ' })).toBe('yes');
    expect(holds(loose, { packing: '预包装' })).toBe('no');
    expect(holds(child, { isChild: true })).toBe('yes');
    expect(holds(child, { isChild: false })).toBe('no');
    expect(holds(child, { isChild: 'true' })).toBe('no');
  });

  it('looks for any text of a list', () => {
    const when: Condition = { attribute: 'treatment', in: ['染色处理'] };
    expect(holds(when, { treatment: ['热处理', '染色处理'] })).toBe('yes');
    expect(holds(when, { treatment: [] })).toBe('no');
  });

  it('knows what it does not know', () => {
    expect(holds(loose, {})).toBe('unknown');
    expect(holds(loose, { packing: '' })).toBe('unknown');
    expect(holds({ not: loose }, {})).toBe('unknown');
  });

  it.each([
    ['yes', 'yes', 'yes', 'yes'],
    ['yes', 'no', 'no', 'yes'],
    ['no', 'no', 'no', 'no'],
    ['yes', 'unknown', 'unknown', 'yes'],
    ['no', 'unknown', 'no', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ])('of %s and %s: all is %s, any is %s, in either order', (left, right, all, any) => {
    const part = (want: string, attribute: string): Condition => ({ attribute, in: [want] });
    const attributes = { a: left === 'unknown' ? undefined : left, b: right === 'unknown' ? undefined : right };
    const parts = [part('yes', 'a'), part('yes', 'b')];
    for (const order of [parts, parts.toReversed()]) {
      expect(holds({ all: order }, attributes)).toBe(all);
      expect(holds({ any: order }, attributes)).toBe(any);
    }
  });

  it('names what it looks at, however deep', () => {
    expect(mentioned({ any: [loose, { not: { all: [child] } }] })).toEqual([
      { attribute: 'packing', values: ['散装称重'] },
      { attribute: 'isChild', values: [true] },
    ]);
  });
});
