import { ACT_WORDS, type ActName } from './acts/act-words';
import { nameAccess } from './name-access';
import { purposeWords } from './purposes';

describe('the name of an access', () => {
  it('is that of its act', () => {
    expect(nameAccess('case-file.read', 'done')).toEqual({
      kind: 'opened',
      act: { fr: 'A ouvert le dossier', en: 'Opened the case' },
    });
    expect(nameAccess('worklist.read', 'done').kind).toBe('listed');
  });

  it('says what was done, where something was done', () => {
    for (const [type, words] of [
      ['case-file.restrict', 'A restreint le dossier à un cercle'],
      ['case-file.unrestrict', 'A rouvert le dossier à l’équipe'],
      ['step.complete', 'A fait une étape'],
      ['break-glass.open', 'A ouvert un accès d’urgence'],
    ] as const)
      expect(nameAccess(type, 'done')).toMatchObject({ kind: 'acted', act: { fr: words } });
  });

  it('of what was refused says so first', () => {
    expect(nameAccess('case-file.read', 'refused').kind).toBe('refused');
  });

  it('of what an earlier version recorded gives the name it stood under, and guesses nothing', () => {
    for (const type of ['something.old', 'toString', '__proto__'])
      expect(nameAccess(type, 'done').act.fr).toBe(`Acte d’une version antérieure : ${type}`);
  });

  it('is another one for each act that changes a case, so that none passes for another', () => {
    const said = new Map<string, ActName[]>();
    for (const [name, { kind, act }] of Object.entries(ACT_WORDS) as [ActName, (typeof ACT_WORDS)[ActName]][])
      if (kind === 'acted' && name.startsWith('case-file.'))
        said.set(act.fr, [...(said.get(act.fr) ?? []), name]);
    expect([...said.values()].filter((names) => names.length > 1)).toEqual([
      // The request, and what it wrote.
      ['case-file.change-child', 'case-file.child-changed'],
      ['case-file.ask-opinion', 'case-file.ask-second-opinion'],
    ]);
  });

  it('says what for, or gives the code', () => {
    expect(purposeWords('care').fr).toBe('accompagnement de l’enfant');
    expect(purposeWords('unheard-of')).toEqual({ fr: 'unheard-of', en: 'unheard-of' });
  });
});
