import { addCode, moveCodeDown, retireCode, retireEnglish } from './change-codes';
import { approveEnglish, changeSentence } from './change-sentence';
import { type EditedTexts, findEditable } from './find-editable';
import { removeReasonList, writeReasonList } from './write-reason-list';

const FRENCH = `protocol: shelter
version: 1.0.0
title: Abri
# What is done, in order.
steps: # all of them
  - id: assess
    reasons: { none: no_danger, grave: danger } # both
    waivable: { with: reason, reasons: not_here }
`;
const ENGLISH = `of: shelter@1.0.0
title: Shelter # as on the door
stamps:
  title: 11111111=22222222
`;
const TEXTS: EditedTexts = { french: FRENCH, english: ENGLISH };
const NO_DANGER = {
  checked: { fr: 'vérifié : deux fois', en: 'checked: twice' },
  explained: { fr: "expliqué par l'école", en: 'explained by the school' },
};

const written = (texts: EditedTexts = TEXTS, list = 'no_danger', words = NO_DANGER): EditedTexts => {
  const changed = writeReasonList(texts, list, words);
  if (!changed) throw new Error('not written');
  return changed;
};
const listsOf = (texts: EditedTexts) => {
  const found = findEditable(texts);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.subjects.filter(({ kind }) => kind === 'reasons');
};

describe('a shared list of reasons that a protocol writes itself', () => {
  it('stands above the steps, a reason a line, with its English stamped; all else to the letter', () => {
    const { french, english } = written();
    expect(french).toBe(
      FRENCH.replace(
        '# What is done',
        `reasons:
  no_danger:
    checked: "vérifié : deux fois"
    explained: expliqué par l'école
# What is done`,
      ),
    );
    expect(english).toContain('title: Shelter # as on the door\n');
    expect(listsOf({ french, english })).toMatchObject([
      {
        id: 'no_danger',
        at: ['reasons', 'no_danger'],
        codes: {
          place: 'reasons',
          entries: [
            {
              code: 'checked',
              sentences: [{ fr: 'vérifié : deux fois', en: 'checked: twice', state: 'matched' }],
            },
            { code: 'explained', sentences: [{ en: 'explained by the school', state: 'matched' }] },
          ],
        },
      },
    ]);
  });

  it('stands after those that are written already, with the line ends of the file; none twice', () => {
    const two = written(written(), 'danger', { threats: { fr: 'menaces', en: 'threats' } } as never);
    expect(two.french).toContain(
      "    explained: expliqué par l'école\n  danger:\n    threats: menaces\n# What",
    );
    const windows = { french: FRENCH.replaceAll('\n', '\r\n'), english: ENGLISH };
    expect(written(windows).french.replaceAll('\r\n', '\n')).toBe(written().french);
    expect(written(windows).french).not.toMatch(/[^\r]\n/);
    expect(writeReasonList(two, 'danger', NO_DANGER)).toBeNull();
  });

  it('has both languages beside each other where there is no English file', () => {
    const { french, english } = written({ french: FRENCH, english: '' });
    expect(english).toBe('');
    expect(listsOf({ french, english })[0]?.codes?.entries[0]?.sentences[0]).toMatchObject({
      ...{ fr: 'vérifié : deux fois', en: 'checked: twice', state: 'inline' },
    });
  });

  it('says at the step that it is its own', () => {
    const found = findEditable(written());
    const step = found.ok ? found.subjects.find(({ kind }) => kind === 'steps') : undefined;
    expect(step?.reasons.map(({ list, isOwn }) => [list, isOwn])).toEqual([
      ['no_danger', true],
      ['danger', false],
      ['not_here', false],
    ]);
  });

  it('takes one more, loses one, moves one, says one otherwise', () => {
    const { french, english } = written();
    const at = ['reasons', 'no_danger'];
    const more = addCode(french, at, 'moved', 'parti') ?? '';
    expect(more).toContain("    explained: expliqué par l'école\n    moved: parti\n");
    expect(moveCodeDown(more, at, 'checked')).toMatch(/explained: .*\n {4}checked: .*\n {4}moved/);
    const less = retireCode(french, at, 'checked') ?? '';
    expect(less).not.toContain('checked');
    expect(retireCode(less, at, 'explained')).toBeNull();
    expect(retireEnglish(english, at, 'checked')).not.toContain('checked');
    expect(retireEnglish(english, at, 'checked')).toContain('explained by the school');
    const [entry] = listsOf({ french, english })[0]?.codes?.entries ?? [];
    const sentence = entry?.sentences[0];
    if (!sentence) throw new Error('no words');
    const changed = changeSentence({ french, english }, sentence, 'fr', 'vérifié par deux personnes');
    expect(changed?.french).toContain('checked: "vérifié par deux personnes"\n');
    const stale = changed && listsOf(changed)[0]?.codes?.entries[0]?.sentences[0];
    expect(stale?.state).toBe('stale');
    const approved = changed && stale ? approveEnglish(changed, stale) : null;
    expect(approved && listsOf(approved)[0]?.codes?.entries[0]?.sentences[0]?.state).toBe('matched');
  });

  it('is the shared one again without a trace', () => {
    expect(removeReasonList(written(), 'no_danger')).toEqual(TEXTS);
    const two = written(written(), 'danger', { threats: { fr: 'menaces', en: 'threats' } } as never);
    expect(removeReasonList(two, 'danger')).toEqual(written());
    expect(removeReasonList(TEXTS, 'no_danger')).toBeNull();
  });

  it.each([
    ['nothing', 'no_danger', {}],
    ['a text that can’t be read', 'no_danger', NO_DANGER, '{'],
    ['a text without steps', 'no_danger', NO_DANGER, 'title: Abri\n'],
    ['a file in braces', 'no_danger', NO_DANGER, '{ title: Abri, steps: [] }\n'],
    ['lists that are no map', 'no_danger', NO_DANGER, `reasons: [a]\n${FRENCH}`],
  ])('is not written: %s', (_, list, words, french = FRENCH) => {
    expect(writeReasonList({ french, english: ENGLISH }, list, words)).toBeNull();
  });
});
