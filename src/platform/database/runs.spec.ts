import { inRuns } from './runs.js';

describe('runs', () => {
  it('keep every element and the order, whatever the length of the list', () => {
    for (let length = 0; length <= 300; length++) {
      const list = Array.from({ length }, (_, place) => place);
      expect(inRuns(list).flat()).toEqual(list);
    }
  });

  it('are of few lengths', () => {
    const lengths = new Set(
      Array.from({ length: 300 }, (_, length) => inRuns(Array(length).fill(0)))
        .flat()
        .map((run) => run.length),
    );
    expect([...lengths].toSorted((a, b) => a - b)).toEqual([1, 4, 16, 64]);
  });
});
