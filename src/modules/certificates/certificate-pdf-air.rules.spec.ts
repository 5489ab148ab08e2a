import { airFor, type Flow } from './certificate-pdf-air.rules.js';

const flow: Flow = {
  firstRoom: 100,
  room: 200,
  header: 10,
  rows: [20, 20],
  strips: [
    { height: 20, isContinued: false },
    { height: 20, isContinued: true },
  ],
};

describe('the air on a certificate', () => {
  it('fills the page that there is', () => {
    // Three blocks with air on both sides and one with air below: 90 + 7 × 1.4 is the most below 100.
    expect(airFor(flow)).toBeCloseTo(1.4);
  });

  it('is not more than reads well', () => {
    expect(airFor({ ...flow, firstRoom: 800 })).toBe(3);
  });

  it('is open when there are more pages, but never makes one more', () => {
    expect(airFor({ ...flow, firstRoom: 60 })).toBeCloseTo(4);
    // With any air the sixth row would need a third page.
    expect(airFor({ ...flow, firstRoom: 30, room: 110, rows: Array.from({ length: 6 }, () => 20), strips: [] })).toBe(
      0,
    );
  });
});
