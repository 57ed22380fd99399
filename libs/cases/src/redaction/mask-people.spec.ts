import fc from 'fast-check';
import { MASK, maskPeople } from './mask-people';

const mask = maskPeople(
  {
    names: ['Ysoline', 'Vergassol', 'Анна', "N'Golo Kanté", 'Li', 'Inconnu·e'],
    mentions: ['Mme Awa Diallo, sa tante', 'Elle lui a parlé. On attend Moussa'],
    births: ['2011-04-12'],
    places: ['Pas de place aux Tilleuls. Refus du foyer Bellevue'],
  },
  { names: true, reach: true, places: true },
);

describe('names and numbers of a case’s people', () => {
  it.each([
    ['Ysoline dort chez sa tante rue des Lilas, 0699887711', `${MASK} dort chez sa tante ${MASK}, ${MASK}`],
    ['Vue au 12 rue l’aéroport, puis 7 avenue l’aîné', `Vue au ${MASK}, puis ${MASK}`],
    ['YSOLINE, ysoline, Ysoliné, d’Ysoline, Ysoline’s', `${MASK}, ${MASK}, ${MASK}, d’${MASK}, ${MASK}’s`],
    ['Les Vergassols et Isoline', `Les ${MASK} et ${MASK}`],
    ['ysolinevergassol sur Snap', `${MASK} sur Snap`],
    ['Anna, z Anną, Анну', `${MASK}, z ${MASK}, ${MASK}`],
    ['Golo Kante a appelé. Li aussi.', `${MASK} ${MASK} a appelé. ${MASK} aussi.`],
    ['Madame Diallo est sa tante', `Madame ${MASK} est sa tante`],
    ['06.99.88.77.11, +33 6 99 88 77 11, 06 99 88 77 11', `${MASK}, ${MASK}, ${MASK}`],
    ['06–99–88–77–11', MASK],
    ['06·99·88·77·11 ; 06,99,88,77,11', `${MASK} ; ${MASK}`],
    ['06_99_88_77_11 ou 06 - 99 - 88 - 77 - 11', `${MASK} ou ${MASK}`],
    ['06, 99, 88, 77, 11', MASK],
    ['٠٦٩٩٨٨٧٧١١ ou ０６９９８８７７１１, tel0699887711', `${MASK} ou ${MASK}, tel${MASK}`],
    ['Yso\u00ADline, Ver\u200Bgassol, Ｙｓｏｌｉｎｅ', `${MASK}, ${MASK}, ${MASK}`],
    ['snap yso_line93, insta : yline93', `snap ${MASK}, insta : ${MASK}`],
    ['y.verg@example.org ou @yso_line', `${MASK} ou ${MASK}`],
    ['12 bis, avenue de la République à Lyon', `${MASK} à Lyon`],
    ['Elle dort aux TILLEULS, pas à Bellevue', `Elle dort aux ${MASK}, pas à ${MASK}`],
    ['née le 12/04/2011, le 12 avril 2011, 2011-04', `née le ${MASK}, le ${MASK}, ${MASK}`],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    'Vue le 2026-03-02 à 10 h 30, âgée de 14 ans.',
    'Son identité est inconnue ; elle parle à sa mère.',
    'Un homme de la rue lui a parlé.',
    "L’équipe de rue l’a cherchée ; dans la rue l'ont vue deux personnes.",
    'Elle est assise et lit ; on attend, elle aussi.',
    'Elle ne veut pas de place au foyer ; un refus.',
    'Vue le 2026-03-02, 14 ans, puis le 02/03/2026 à 10 h 30.',
    'Elle dit\u00A0: «\u00A0oui\u00A0»…',
  ])('leaves alone what names nobody: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('masks what is asked for alone', () => {
    const known = { names: ['Ysoline'], mentions: [], births: [], places: [] };
    expect(maskPeople(known, { names: true, reach: false, places: false })('Ysoline 0699887711')).toBe(
      `${MASK} 0699887711`,
    );
    expect(maskPeople(known, { names: false, reach: true, places: true })('Ysoline 0699887711')).toBe(
      `Ysoline ${MASK}`,
    );
  });

  it('leaves the child’s names to who may read them, though others are called so', () => {
    const hides = maskPeople(
      {
        names: ['Awa Vergassol', 'Isoline Diallo'],
        shown: ['Ysoline', 'Vergassol'],
        mentions: [],
        births: [],
        places: [],
      },
      { names: true, reach: false, places: false },
    );
    expect(hides('Ysoline Vergassol et Awa Vergassol, Isoline, Mme Diallo')).toBe(
      `Ysoline Vergassol et ${MASK} Vergassol, ${MASK}, Mme ${MASK}`,
    );
  });

  it('finds any name of four letters or more wherever it stands, in any case', () => {
    const name = fc.stringMatching(/^[a-zéèïôû]{4,10}$/).filter((it) => it !== 'inconnu');
    const around = fc.constantFrom('', ' ', ', ', '"', '(', '’', '\n', '-', '/', '.');
    fc.assert(
      fc.property(name, around, around, fc.boolean(), (it, before, after, isLoud) => {
        const hides = maskPeople(
          { names: [`Zz ${it}`], mentions: [], births: [], places: [] },
          { names: true, reach: false, places: false },
        );
        const written = isLoud ? it.toUpperCase() : it;
        expect(hides(`vu ${before}${written}${after} hier`)).not.toContain(written);
      }),
    );
  });

  it.each([
    ['letters', 'x'],
    ['words', 'mot '],
    ['digits', '1'],
    ['spaces', 'rue  '],
    ['accounts', 'a_'],
    ['addresses', 'a@a.'],
    ['dots', 'a.'],
    ['networks', 'snap '],
    ['names glued', 'Ysolin'],
  ])('costs no more by the letter in a longer text: %s', (_, piece) => {
    const fastest = (length: number): number => {
      const text = piece.repeat(length / piece.length);
      return Math.min(
        ...Array.from({ length: 5 }, () => {
          const fresh = maskPeople(
            { names: ['Ysoline Vergassol'], mentions: [], births: [], places: [] },
            { names: true, reach: true, places: true },
          );
          const started = performance.now();
          fresh(text);
          return performance.now() - started;
        }),
      );
    };
    fastest(20_000);
    expect(fastest(100_000)).toBeLessThanOrEqual(20 * Math.max(fastest(10_000), 5));
  });

  it.each([
    ['empty lines', '\n'],
    ['blanks', ' '],
    ['tabs', '\t'],
    ['lines of Windows', '\r\n'],
    ['blanks on lines', ' \n\t'],
    ['ends of sentences', '. '],
  ])('costs no more by the letter in longer texts of places: %s', (_, piece) => {
    const fastest = (pieces: number): number =>
      Math.min(
        ...Array.from({ length: 3 }, () => {
          const places = [`Refus des Tilleuls.${piece.repeat(pieces)}`];
          const started = performance.now();
          maskPeople(
            { names: [], mentions: [], births: [], places },
            { names: false, reach: true, places: true },
          );
          return performance.now() - started;
        }),
      );
    fastest(2_000);
    expect(fastest(10_000)).toBeLessThanOrEqual(20 * Math.max(fastest(1_000), 1));
  });

  it.each(['.', '. ', '.\n', '. \n\n\t', '\n', '\n \n', ' :\r\n  ', '!\u00A0'])(
    'takes a word that begins a sentence of a place for one only where it has a capital: %j',
    (between) => {
      const hides = maskPeople(
        {
          names: [],
          mentions: [],
          births: [],
          places: [`Vu hier${between}Bellevue est plein, Tilleuls non`],
        },
        { names: false, reach: true, places: true },
      );
      expect(hides('bellevue, Bellevue, tilleuls')).toBe(`bellevue, ${MASK}, ${MASK}`);
    },
  );

  it('takes any text, quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => typeof mask(text) === 'string'),
    );
    const started = performance.now();
    mask(`${'1 '.repeat(50_000)}${'rue de la '.repeat(5_000)}${'a@'.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
