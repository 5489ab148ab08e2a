import { readFileSync } from 'node:fs';
import {
  ENDED_STAGES,
  INSPECTION_STAGES,
  REACHED_FROM,
  RESTING_STAGES,
  ROUND_STAGES,
  STAGES,
  WAITING_STAGES,
} from './stages.rules.js';

const DRAWING = readFileSync(new URL('../../../docs/stages.md', import.meta.url), 'utf8');
const EDGES = [...DRAWING.matchAll(/^ {2}(\S+) --> (\S+)$/gm)].map(([, from = '', to = '']) => `${from} ${to}`);

describe('the stages of a unit', () => {
  it('are drawn in docs/stages.md, edge by edge', () => {
    const inside = STAGES.flatMap((to) => REACHED_FROM[to].map((from) => `${from} ${to}`));
    const outside = ['[*] received', ...ENDED_STAGES.map((stage) => `${stage} [*]`)];
    expect(EDGES.toSorted()).toEqual([...inside, ...outside].toSorted());
  });

  it('are each explained there', () => {
    const explained = [...DRAWING.matchAll(/^\| ([a-z][a-z, -]*?) +\|/gm)].flatMap(([, names = '']) =>
      names.split(', '),
    );
    expect(explained.filter((name) => name !== 'stage').toSorted()).toEqual(STAGES.toSorted());
  });

  it('end where they are said to end, and nowhere else', () => {
    const left = STAGES.filter((stage) => !STAGES.some((to) => REACHED_FROM[to].includes(stage)));
    expect(left.toSorted()).toEqual(ENDED_STAGES.toSorted());
  });

  it('are all reached from where a unit begins', () => {
    const reached = new Set<string>(['received']);
    for (const _ of STAGES) {
      for (const to of STAGES) if (REACHED_FROM[to].some((from) => reached.has(from))) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual(STAGES.toSorted());
  });

  it('name only stages that go on where somebody is waited for or an inspection leads to', () => {
    const going = [...WAITING_STAGES, ...INSPECTION_STAGES, ...RESTING_STAGES];
    expect(going.filter((stage) => ENDED_STAGES.includes(stage))).toEqual([]);
  });

  it('begin anew only where nothing of the inspection before counts any more', () => {
    for (const stage of ROUND_STAGES) {
      expect(STAGES.filter((to) => INSPECTION_STAGES.includes(to) && REACHED_FROM[to].includes(stage))).toEqual([
        'inspecting',
      ]);
    }
  });

  it('pass the first gate only by a review', () => {
    expect(REACHED_FROM.passed).toEqual(['awaiting-review']);
    expect(REACHED_FROM.shipped).toEqual(['labelled']);
    expect(REACHED_FROM['picked-up']).toEqual(['awaiting-pickup']);
  });
});
