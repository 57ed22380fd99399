import fc from 'fast-check';
import { loadProtocol } from '../load/load-protocol';
import { stampTranslation } from './stamp-translation';
import type { Translated } from './translation';
import { writeEnglish } from './write-english';

const FRENCH = `protocol: shelter
version: 1.0.0
code: P9
title: Abri
purpose: Mettre à l'abri.
basis: S19
facts:
  kind: { type: choice, class: places, title: Sorte, hint: Où, values: { home: foyer, flat: appartement } }
  signs: { type: checklist, class: situation, title: Signes, items: { debt: { label: Dette, hint: Vue }, phone: Téléphone } }
steps:
  - id: find
    kind: form
    title: Trouver
    guidance: Appeler d'abord.
    by: [TS]
    requires:
      - { when: kind = "flat", that: kind = "home", because: Pas d'appartement. }
      - { when: kind = "flat", that: kind = "home", because: Pas de tente. }
outcomes:
  - { id: RUNNING, title: En cours, protects: full, otherwise: true, note: Rien n'est fini. }
`;
const ENGLISH = `# Translated by hand.
of: shelter@1.0.0
title: Shelter
purpose: >- # in short
  Bring to
  safety.

facts:
  kind: { title: Kind,  values: { home: "home" } } # two kinds
  signs:
    # What is seen.
    title: Signs
    items: { debt: Debt, phone: Phone }
steps:
  find:
    title: 'Find' # at once
    guidance: Call first.
    requires:
      - No flat.
`;

const parts = { fr: FRENCH, en: ENGLISH };
const read = ({ fr, en }: typeof parts) =>
  loadProtocol({ file: 'protocol.yaml', text: fr, enFile: 'en.yaml', enText: en }, null);
const pairsOf = (texts: typeof parts): readonly Translated[] =>
  loadProtocol({ file: 'protocol.yaml', text: texts.fr, enFile: 'en.yaml', enText: texts.en }).translations;
const open = (texts: typeof parts) => pairsOf(texts).filter(({ state }) => state !== 'matched');
const stamped = { fr: FRENCH, en: stampTranslation(ENGLISH, pairsOf(parts)).text };
const words = fc
  .oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.stringMatching(/^[-a-z :,'"{}[\]#&*!|>%@`\\\n]{1,60}$/),
    fc.constantFrom('yes', 'null', '12', '1e3', '- a', 'a: b', 'a #b', '...', '---', '~', '“No”', 'x\n\ny'),
  )
  .filter((it) => it.trim() !== '');

describe('writeEnglish', () => {
  it('writes what is missing, one after another, until nothing is left; comments stay', () => {
    let it = stamped;
    const missing: string[] = [];
    for (let [next] = open(it); next; [next] = open(it)) {
      missing.push(next.key);
      expect(missing.length).toBeLessThan(10);
      it = { ...it, en: writeEnglish(it.en, next, `English: of ${next.fr}`) };
    }
    expect(missing).toEqual([
      'facts.kind.hint',
      'facts.kind.values.flat',
      'facts.signs.items.debt.hint',
      'steps.find.requires.1',
      'outcomes.RUNNING.title',
      'outcomes.RUNNING.note',
    ]);
    const { document, problems } = read(it);
    expect(problems).toEqual([]);
    expect(document?.steps[0]?.requires[1]?.because.en).toBe('English: of Pas de tente.');
    expect(document?.facts['signs']?.items?.[0]?.label.en).toBe('Debt');
    for (const comment of it.en.match(/#.*/g) ?? []) expect(ENGLISH).toContain(comment);
    expect(it.en.match(/#/g)).toHaveLength(5);
  });

  it('makes the file that is not there', () => {
    let en = 'of: shelter@1.0.0';
    for (let [next] = open({ fr: FRENCH, en }); next; [next] = open({ fr: FRENCH, en }))
      en = writeEnglish(en, next, next.fr);
    expect(read({ fr: FRENCH, en }).problems).toEqual([]);
  });

  it('does not stamp by the shell what has no English', () => {
    expect(stamped.en).not.toMatch(/outcomes|hint:/);
  });

  it('takes any words, in any form of YAML, and leaves all other words alone', () => {
    const here = pairsOf(stamped).filter(({ state }) => state === 'matched');
    fc.assert(
      fc.property(fc.constantFrom(...here), words, (pair, en) => {
        const after = pairsOf({ ...stamped, en: writeEnglish(stamped.en, pair, en) });
        const expected = pairsOf(stamped).map((it) => (it.key === pair.key ? { ...it, en: en.trim() } : it));
        const plain = (all: readonly Translated[]) => all.map(({ key, en, state }) => [key, en, state]);
        expect(plain(after)).toEqual(plain(expected));
      }),
    );
  });

  it('writes nothing where there are no words, or the file can’t be read', () => {
    const [next] = open(stamped);
    if (!next) throw new Error('nothing is missing');
    expect(writeEnglish(stamped.en, next, ' \n')).toBe(stamped.en);
    expect(writeEnglish('of: [', next, 'x')).toContain('of: [');
  });
});
