import { nameForms } from './name-forms';

describe('nameForms', () => {
  it.each([
    ['Aïcha', ['aicha']],
    ['Jean-François  d’Exemple', ['jean', 'francois', 'dexemple']],
    ['ＭＡＲＩＡ', ['maria']],
    ['Nguyễn', ['nguyen']],
  ])('folds %s', (name, forms) => {
    expect(nameForms(name)).toEqual(forms);
  });

  it('reads a name with a look-alike Cyrillic letter as the Latin one', () => {
    expect(nameForms('Mаriа')).toContain('maria');
  });

  it('reads Cyrillic by its sound and by its look', () => {
    expect(nameForms('Вера')).toEqual(expect.arrayContaining(['vera', 'bepa']));
  });

  it.each(['', '   ', '💛', '\u202E'])('gives nothing comparable for %j without failing', (name) => {
    expect(nameForms(name).every((form) => /^[a-z0-9]+$/u.test(form))).toBe(true);
  });
});
