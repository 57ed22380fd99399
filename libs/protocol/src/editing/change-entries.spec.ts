import { addCode, moveCodeDown, retireCode, retireEnglish } from './change-codes';
import { changeDeadline, removeDeadline } from './change-deadline';
import { approveEnglish, changeSentence } from './change-sentence';
import { type EditableSubject, type EditedTexts, findEditable } from './find-editable';

const FRENCH = `protocol: shelter
version: 1.0.0
code: P9
title: Abri
purpose: Mettre à l'abri.
basis: S19
facts:
  place:
    type: choice
    class: places
    title: Lieu # où
    values:
      # the street first
      street: rue # dehors
      hotel: hôtel

      # theirs
      flat: >-
        appartement
        prêté
    basis: S22
  kind: { type: choice, class: places, title: { fr: Sorte, en: Kind }, values: [a, b], labels: { a: un, b: deux } }
  signs: { type: checklist, class: situation, title: Signes, items: { debt: { label: Dette, hint: Vue }, phone: Téléphone } }
  ranks: { type: choice, class: situation, title: Rang, ranked: [high, low], labels: { high: haut, low: bas } }
steps:
  - id: find
    kind: form
    title: Trouver
    by: [TS]
    fields: [place]
    due: { within: 8 days, from: run, origin: LEGAL, basis: F31 } # huit jours
    basis: S19
  - { id: call, kind: form, title: Appeler, by: [TS], waivable: { with: reason, reasons: none_here }, basis: S19 }
  - part: health
  - id: tell
    kind: form
    title: Dire
    by: [TS]
    due:
      # en jours ouvrés
      within: 5 working days # cinq
      from: find
      origin: TOOL
      late: [{ after: 1 day, do: remind }]
    basis: S19`;
const ENGLISH = `of: shelter@1.0.0
title: Shelter
facts:
  place: { title: Place, values: { street: street, hotel: hotel, flat: flat } }
  signs:
    title: Signs
    items: { debt: { label: Debt, hint: Seen }, phone: Phone }
steps:
  find: Find
stamps:
  facts.place.values.hotel: 00000000=00000000
  facts.place.values.flat: 00000000=00000000
`;
const TEXTS: EditedTexts = { french: FRENCH, english: ENGLISH };
const WITH_CRLF: EditedTexts = { french: FRENCH.replaceAll('\n', '\r\n'), english: ENGLISH };

function subjects(texts: EditedTexts): readonly EditableSubject[] {
  const found = findEditable(texts);
  if (!found.ok) throw new Error(found.problems[0]?.message.en);
  return found.subjects;
}
const subject = (texts: EditedTexts, id: string): EditableSubject => {
  const found = subjects(texts).find((it) => it.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const whole = (changed: string | null): string => {
  if (changed === null) throw new Error('not written');
  return changed;
};
const codes = (french: string, id: string) =>
  subject({ french, english: '' }, id).codes?.entries.map(({ code }) => code);
/** Lines that only one of two texts has. */
const onlyIn = (one: string, other: string) =>
  one.split('\n').filter((line) => !other.split('\n').includes(line));

describe('what a form can change', () => {
  it('says what a step and a question have', () => {
    expect(subject(TEXTS, 'find')).toMatchObject({
      kind: 'steps',
      line: 26,
      deadline: { within: '8 days', from: 'run', origin: 'LEGAL', basis: ['F31'], line: 31 },
      sentences: [
        { name: 'title', fr: 'Trouver', en: 'Find', state: 'unstamped', englishAt: ['steps', 'find'] },
      ],
    });
    expect(subject(TEXTS, 'call')).toMatchObject({
      deadline: null,
      reasons: [{ value: null, list: 'none_here' }],
    });
    expect(subject(TEXTS, 'health')).toMatchObject({ part: 'health', sentences: [] });
    expect(subject(TEXTS, 'kind').sentences[0]).toMatchObject({ fr: 'Sorte', en: 'Kind', state: 'inline' });
    expect(subject(TEXTS, 'signs').codes).toMatchObject({
      place: 'items',
      entries: [{ code: 'debt' }, { code: 'phone' }],
    });
  });

  it('is nothing while the text can’t be read: the line is told', () => {
    const found = findEditable({ french: 'protocol: a\nsteps:\n  - { id: b', english: '' });
    expect(found).toMatchObject({ ok: false, problems: [{ code: 'yaml', line: 3 }] });
    expect(findEditable({ french: `a: b\n${'# c\n'.repeat(150_000)}`, english: '' })).toMatchObject({
      ok: false,
      problems: [{ code: 'too-long' }],
    });
  });

  it.each([['- a\n- b\n'], [''], ['steps: a\nfacts: [b]\n'], ['steps: [1, null]\nfacts: { a: null }\n']])(
    'is little where nothing is as it should be: %j',
    (french) => {
      expect(findEditable({ french, english: '{' }).ok).toBe(true);
    },
  );
});

describe('a sentence', () => {
  it('changes in one language; its English is stamped only when somebody says so', () => {
    const [title] = subject(TEXTS, 'find').sentences;
    if (!title) throw new Error();
    const changed = changeSentence(TEXTS, title, 'fr', 'Chercher');
    expect(changed?.french).toBe(FRENCH.replace('Trouver', 'Chercher'));
    const english = changed && changeSentence(changed, title, 'en', 'Look for');
    expect(english?.english).toBe(ENGLISH.replace('find: Find', 'find: Look for'));
    const [now] = subject(english ?? TEXTS, 'find').sentences;
    expect(now?.state).toBe('unstamped');
    const approved = english && now && approveEnglish(english, now);
    expect(subject(approved ?? TEXTS, 'find').sentences[0]?.state).toBe('matched');
  });

  it('gets its English where it has none, or beside it', () => {
    const [title] = subject(TEXTS, 'call').sentences;
    const added = title && changeSentence(TEXTS, title, 'en', 'Call: now');
    expect(subject(added ?? TEXTS, 'call').sentences[0]?.en).toBe('Call: now');
    const [inline] = subject(TEXTS, 'kind').sentences;
    expect(inline && changeSentence(TEXTS, inline, 'en', 'Sort')?.french).toBe(
      FRENCH.replace('en: Kind', 'en: Sort'),
    );
  });
});

describe('a deadline', () => {
  it.each([
    ['in a block', TEXTS],
    ['with the line ends of Windows', WITH_CRLF],
  ])('changes one line, and back to the letter: %s', (_, { french }) => {
    const before = { within: '5 working days', from: 'find', origin: 'TOOL', basis: [] } as const;
    const changed = whole(changeDeadline(french, ['steps', 3], { ...before, within: '3 months' }));
    expect(onlyIn(changed, french)).toHaveLength(1);
    expect(whole(changeDeadline(changed, ['steps', 3], before))).toBe(french);
    const legal = whole(
      changeDeadline(french, ['steps', 3], { ...before, origin: 'LEGAL', basis: ['F31', 'F34'] }),
    );
    expect(legal).toContain('basis: [ F31, F34 ]');
    expect(whole(changeDeadline(legal, ['steps', 3], before))).toBe(french);
  });

  it('keeps what it does not ask', () => {
    const changed = whole(
      changeDeadline(FRENCH, ['steps', 0], { within: 'at once', from: 'run', origin: 'TOOL', basis: [] }),
    );
    expect(changed).toBe(
      FRENCH.replace(
        'within: 8 days, from: run, origin: LEGAL, basis: F31',
        'within: at once, from: run, origin: TOOL',
      ),
    );
  });

  it.each([
    [
      1,
      { within: '1 year', from: 'run', origin: 'TOOL', basis: [] },
      'by: [TS], due: { within: 1 year, from: run, origin: TOOL }, waivable',
    ],
    [
      2,
      { within: 'at once', from: 'run', origin: 'MEDICAL', basis: ['F64'] },
      '  - part: health\n    due: { within: at once, from: run, origin: MEDICAL, basis: F64 }\n',
    ],
  ] as const)('comes where there was none, and goes: step %j', (index, due, expected) => {
    const added = whole(changeDeadline(FRENCH, ['steps', index], due));
    expect(added).toContain(expected);
    expect(whole(removeDeadline(added, ['steps', index]))).toBe(FRENCH);
  });
});

describe('a list of answers', () => {
  it.each([
    ['place', 'tent', 'tente : ici'],
    ['kind', 'c', 'trois, quatre'],
    ['signs', 'card', 'Carte'],
  ])('takes one more, which can go again without a trace: %s', (id, code, label) => {
    for (const { french } of [TEXTS, WITH_CRLF]) {
      const { at } = subject({ french, english: '' }, id);
      const added = whole(addCode(french, at, code, label));
      expect(codes(added, id)?.at(-1)).toBe(code);
      expect(subject({ french: added, english: '' }, id).codes?.entries.at(-1)?.sentences[0]?.fr).toBe(label);
      expect(whole(retireCode(added, at, code))).toBe(french);
    }
  });

  it.each(['place', 'kind', 'signs'])('is put in another order, comments and all, and back: %s', (id) => {
    for (const { french } of [TEXTS, WITH_CRLF]) {
      const { at } = subject({ french, english: '' }, id);
      const [first = '', second = ''] = codes(french, id) ?? [];
      const moved = whole(moveCodeDown(french, at, first));
      expect(codes(moved, id)?.slice(0, 2)).toEqual([second, first]);
      expect(whole(moveCodeDown(moved, at, second))).toBe(french);
    }
    expect(whole(moveCodeDown(FRENCH, ['facts', 'place'], 'street'))).toContain(
      '      hotel: hôtel\n      # the street first\n      street: rue # dehors\n\n      # theirs',
    );
  });

  it('loses one with its comment; the last one stays', () => {
    const left = whole(retireCode(FRENCH, ['facts', 'place'], 'street'));
    expect(left).toBe(FRENCH.replace('      # the street first\n      street: rue # dehors\n', ''));
    const one = whole(retireCode(left, ['facts', 'place'], 'flat'));
    expect(codes(one, 'place')).toEqual(['hotel']);
    expect(retireCode(one, ['facts', 'place'], 'hotel')).toBeNull();
  });

  it('loses its English as well', () => {
    const left = retireEnglish(ENGLISH, ['facts', 'place'], 'hotel');
    expect(left).toBe(
      ENGLISH.replace(', hotel: hotel', '').replace('  facts.place.values.hotel: 00000000=00000000\n', ''),
    );
    expect(retireEnglish(left, ['facts', 'place'], 'flat')).not.toContain('stamps');
    expect(retireEnglish(ENGLISH, ['facts', 'signs'], 'debt')).toBe(
      ENGLISH.replace('debt: { label: Debt, hint: Seen }, ', ''),
    );
  });

  it('that is a ranking is not touched: its order is a rule', () => {
    const at = ['facts', 'ranks'];
    expect([
      addCode(FRENCH, at, 'x', 'y'),
      moveCodeDown(FRENCH, at, 'high'),
      retireCode(FRENCH, at, 'low'),
    ]).toEqual([null, null, null]);
  });

  it('may have 200 answers', () => {
    let french = FRENCH;
    for (let i = 0; i < 200; i++)
      french = whole(addCode(french, ['facts', 'place'], `code_${i}`, `réponse ${i}`));
    expect(codes(french, 'place')).toHaveLength(203);
    for (let i = 199; i >= 0; i--) french = whole(retireCode(french, ['facts', 'place'], `code_${i}`));
    expect(french).toBe(FRENCH);
  });
});
