import { SubjectChains } from './subject-chains.js';

describe('the chains of subjects', () => {
  it('remember the last entry of each of many subjects, as a Map would', () => {
    const chains = new SubjectChains();
    const expected = new Map<string, number>();
    const wrong: number[] = [];
    for (let index = 0; index < 60_000; index++) {
      const [type, id] = [`t${index % 3}`, String((index * 7_919) % 20_000)];
      if (chains.follow(type, id, index) !== (expected.get(`${type} ${id}`) ?? null)) wrong.push(index);
      expected.set(`${type} ${id}`, index);
    }
    expect(wrong).toEqual([]);
  });

  it('tell type and id apart where their texts run together', () => {
    const chains = new SubjectChains();
    expect(chains.follow('a', 'b c', 1)).toBeNull();
    expect(chains.follow('a b', 'c', 2)).toBeNull();
    expect(chains.follow('a', 'b c', 2 ** 40)).toBe(1);
    expect(chains.follow('a', 'b c', 2 ** 41)).toBe(2 ** 40);
  });
});
