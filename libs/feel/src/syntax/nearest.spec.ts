import { findNearest } from './nearest';

describe('findNearest', () => {
  it.each([
    ['papres', ['papers', 'points'], 'papers'],
    ['exam', ['exams', 'elements'], 'exams'],
    ['PAPERS', ['papers'], 'papers'],
    ['set_asied', ['absent', 'set_aside'], 'set_aside'],
    ['trafficking_sings', ['trafficking_signs'], 'trafficking_signs'],
  ])('takes %s of %j for %s', (word, candidates, meant) => {
    expect(findNearest(word, candidates)).toBe(meant);
  });

  it('proposes nothing that is another word', () => {
    expect(findNearest('a', ['MAJ'])).toBeUndefined();
    expect(findNearest('danger', ['placement', 'birth'])).toBeUndefined();
    expect(findNearest('x', [])).toBeUndefined();
  });
});
