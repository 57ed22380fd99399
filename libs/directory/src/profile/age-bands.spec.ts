import { AGE_BANDS, bandOfAges } from './age-bands';

describe('bands of ages', () => {
  it('hold every age of a minor, each in one', () => {
    for (let age = 0; age < 18; age++)
      expect(AGE_BANDS.filter(({ from, to }) => from <= age && age <= to)).toHaveLength(1);
  });

  it('tell no age alone, and narrow no doubt', () => {
    expect(bandOfAges({ from: 15, to: 15 })).toEqual({ from: 13, to: 15 });
    expect(bandOfAges({ from: 15, to: 16 })).toEqual({ from: 13, to: 17 });
    expect(bandOfAges({ from: 0, to: 17 })).toEqual({ from: 0, to: 17 });
    for (let from = 0; from < 18; from++)
      for (let to = from; to < 18; to++) {
        const band = bandOfAges({ from, to });
        expect(band && band.from <= from && band.to >= to && band.to > band.from).toBe(true);
      }
  });

  it('leave unknown what is unknown (G01)', () => {
    expect(bandOfAges(null)).toBeNull();
  });
});
