import { wrapWords } from './wrap-words';

describe('a text in a box', () => {
  it('breaks between words', () => {
    expect(wrapWords('Demander un administrateur ad hoc', 16, 3)).toEqual([
      'Demander un',
      'administrateur',
      'ad hoc',
    ]);
  });

  it('says that there is more', () => {
    expect(wrapWords('Noter les signes vus ou dits par les voisins', 14, 2)).toEqual([
      'Noter les',
      'signes vus ou…',
    ]);
    expect(wrapWords('anticonstitutionnellement', 10, 2)).toEqual(['anticonst…']);
  });

  it('leaves short ones alone', () => {
    expect(wrapWords('Besoin', 16, 3)).toEqual(['Besoin']);
  });
});
