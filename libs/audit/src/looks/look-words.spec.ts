import { nameLook, purposeWords } from './look-words';

describe('the name of a look', () => {
  it('is that of its act', () => {
    expect(nameLook('case-file.read', 'done', false)).toEqual({
      kind: 'opened',
      act: { fr: 'A ouvert le dossier', en: 'Opened the case' },
    });
    expect(nameLook('worklist.read', 'done', true).kind).toBe('listed');
  });

  it('of an act without a name is that of its kind', () => {
    expect(nameLook('something.new', 'done', false).kind).toBe('opened');
    expect(nameLook('something.new', 'done', true).kind).toBe('listed');
    expect(nameLook('something.export', 'done', true).kind).toBe('exported');
  });

  it('of what was refused says so first', () => {
    expect(nameLook('case-file.read', 'refused', false).kind).toBe('refused');
  });

  it('says what for, or gives the code', () => {
    expect(purposeWords('care').fr).toBe('accompagnement de l’enfant');
    expect(purposeWords('unheard-of')).toEqual({ fr: 'unheard-of', en: 'unheard-of' });
  });
});
