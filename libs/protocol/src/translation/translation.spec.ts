import { loadProtocol } from '../load/load-protocol';
import { stampTranslation } from './stamp-translation';
import { exchange, placeOf } from '../testing/small-library';

const FRENCH = `protocol: shelter
version: 1.0.0
code: P9
title: Abri
purpose: Mettre à l'abri.
basis: S19
facts:
  kind:
    type: choice
    class: places
    title: Sorte
    values: { home: foyer, flat: appartement }
  signs: { type: checklist, class: situation, title: Signes, items: { debt: Dette, phone: { label: Téléphone, hint: Vu } } }
steps:
  - id: find
    kind: form
    title: Trouver
    guidance: Appeler d'abord.
    by: [TS]
    requires:
      - { when: kind = "flat", that: kind = "home", because: Pas d'appartement. }
outcomes:
  - { id: RUNNING, title: En cours, protects: full, otherwise: true, note: Rien n'est fini. }
`;

const ENGLISH = `# Translated by hand.
of: shelter@1.0.0
title: Shelter
purpose: Bring to safety.
facts:
  kind: { title: Kind, values: { home: home, flat: flat } }
  signs: { title: Signs, items: { debt: Debt, phone: { label: Phone, hint: Seen } } }
steps:
  find: { title: Find, guidance: Call first., requires: [No flat.] }
outcomes:
  RUNNING: { title: Running, note: Nothing is over. }
`;

const load = (text: string, enText?: string) =>
  loadProtocol({ file: 'protocol.yaml', text, enFile: 'en.yaml', enText });
const stamped = (text: string, enText: string, stillRight: readonly string[] = []) =>
  stampTranslation(enText, load(text, enText).translations, new Set(stillRight));
const codes = (text: string, enText?: string) => load(text, enText).problems.map(({ code }) => code);

const STAMPED = stamped(FRENCH, ENGLISH).text;

describe('translation', () => {
  it('joins both languages', () => {
    const { document, problems } = load(FRENCH, STAMPED);
    expect(problems).toEqual([]);
    expect(document?.title).toEqual({ fr: 'Abri', en: 'Shelter' });
    expect(document?.facts['kind']?.values?.[1]).toEqual({
      code: 'flat',
      label: { fr: 'appartement', en: 'flat' },
    });
    expect(document?.facts['signs']?.items).toEqual([
      { id: 'debt', label: { fr: 'Dette', en: 'Debt' } },
      { id: 'phone', label: { fr: 'Téléphone', en: 'Phone' }, hint: { fr: 'Vu', en: 'Seen' } },
    ]);
    expect(document?.steps[0]?.requires[0]?.because).toEqual({ fr: "Pas d'appartement.", en: 'No flat.' });
    expect(document?.outcomes[0]?.note?.en).toBe('Nothing is over.');
  });

  it('says what has no English, where the French stands', () => {
    const { document, problems } = load(FRENCH, exchange(STAMPED, 'guidance: Call first., ', ''));
    expect(problems).toMatchObject([{ code: 'missing-translation', file: 'protocol.yaml' }]);
    expect(`${problems[0]?.line}:${problems[0]?.column}`).toBe(placeOf(FRENCH, "Appeler d'abord."));
    expect(document?.steps[0]?.guidance?.en).toBe("Appeler d'abord.");
  });

  it('says once that the English file is not there', () => {
    expect(load(FRENCH).problems).toMatchObject([{ code: 'missing-translation', file: 'en.yaml', line: 1 }]);
  });

  it('wants a stamp, and takes no other text for one', () => {
    expect(new Set(codes(FRENCH, ENGLISH))).toEqual(new Set(['unstamped-translation']));
    const broken = STAMPED.replace(/ {2}title: .*\n/, '  title: 12345678.12345678\n');
    expect(codes(FRENCH, broken)).toEqual(['unstamped-translation']);
  });

  it('finds English that is stale since the French changed', () => {
    const { problems } = load(exchange(FRENCH, 'title: Trouver', 'title: Chercher'), STAMPED);
    expect(problems).toMatchObject([{ code: 'stale-translation', file: 'en.yaml' }]);
    expect(`${problems[0]?.line}:${problems[0]?.column}`).toBe(placeOf(STAMPED, 'Find'));
  });

  it('lets English be improved while the French stays', () => {
    expect(codes(FRENCH, exchange(STAMPED, 'Call first.', 'Telephone first.'))).toEqual([]);
  });

  it('finds words for what is not there, and words of another version', () => {
    expect(codes(FRENCH, exchange(STAMPED, 'home: home,', 'home: home, tent: tent,'))).toEqual([
      'unused-translation',
    ]);
    expect(codes(FRENCH, exchange(STAMPED, '@1.0.0', '@1.1.0'))).toEqual(['other-version-translated']);
  });
});

describe('stampTranslation', () => {
  const changed = exchange(FRENCH, 'title: Trouver', 'title: Chercher');

  it('leaves all but the stamps as it is', () => {
    expect(STAMPED.startsWith(ENGLISH)).toBe(true);
    expect(stamped(FRENCH, STAMPED).text).toBe(STAMPED);
  });

  it('keeps a stale text stale', () => {
    const again = stamped(changed, STAMPED);
    expect(again.stale.map(({ key }) => key)).toEqual(['steps.find.title']);
    expect(codes(changed, again.text)).toEqual(['stale-translation']);
  });

  it('takes a corrected text, or one that is still right', () => {
    const corrected = exchange(STAMPED, 'title: Find', 'title: Search');
    expect(codes(changed, stamped(changed, corrected).text)).toEqual([]);
    expect(codes(changed, stamped(changed, STAMPED, ['steps.find.title']).text)).toEqual([]);
  });
});
