import type { Person } from '@repere/contract';
import { TestBed } from '@angular/core/testing';
import { Language, SpaceTime } from '@repere/ui';
import { prepare } from '../../../../../testing/open-page';
import { caseFile, run, step } from '../../../../../testing/fake-case';
import { timelineEntry } from '../../../../../testing/fake-entry';
import { composeCallCard, isLargeCard, MOST } from './compose-call-card';

const both = (words: string) => ({ fr: words, en: words });
const person = (place: number, mayBeContacted = true): Person => ({
  id: `p${String(place)}`,
  name: `Awa ${'Diallo '.repeat(40)}`,
  relation: 'parent',
  contact: '06 00 00 00 00 '.repeat(20),
  mayBeContacted,
});

describe('a call card', () => {
  let language: Language;
  let time: SpaceTime;
  beforeEach(async () => {
    await prepare();
    language = TestBed.inject(Language);
    time = TestBed.inject(SpaceTime);
  });

  it('of a case that holds very much has so many lines and so many signs a line, and counts the rest', () => {
    const many = caseFile({
      people: Array.from({ length: 60 }, (_, place) => person(place, place % 2 === 0)),
      calls: Array.from({ length: 9 }, () => ({ who: both('mot '.repeat(90)), numbers: ['17'] })),
      state: {
        ...caseFile().state,
        runs: [
          run({
            steps: Array.from({ length: 40 }, (_, place) =>
              step({ id: `s${String(place)}`, title: both('titre '.repeat(60)), owner: 'ours' }),
            ),
          }),
        ],
      },
    });
    const entries = Array.from({ length: 30 }, (_, place) =>
      timelineEntry({ entryId: `e${String(place)}`, childView: { said: 'je veux '.repeat(100) } }),
    );
    const card = composeCallCard(many, entries, language, time);
    const counts = ({ shown, more }: { readonly shown: readonly unknown[]; readonly more: number }) => [
      shown.length,
      more,
    ];
    expect(counts(card.people)).toEqual([MOST.people, 30 - MOST.people]);
    expect(counts(card.notToCall)).toEqual([MOST.notToCall, 30 - MOST.notToCall]);
    expect(counts(card.calls)).toEqual([MOST.calls, 9 - MOST.calls]);
    expect(counts(card.due)).toEqual([MOST.due, 40 - MOST.due]);
    expect(counts(card.said)).toEqual([MOST.said, 30 - MOST.said]);
    for (const { words } of card.said.shown) expect(words.length).toBeLessThanOrEqual(240);
    for (const { name, about } of card.people.shown) {
      expect(name.length).toBeLessThanOrEqual(60);
      expect(about.length).toBeLessThanOrEqual(110);
    }
  });

  it('is printed larger where that still is one page, by how much there is to read', () => {
    const card = (entries: number, steps: number, title = 'titre') =>
      composeCallCard(
        caseFile({
          people: Array.from({ length: entries }, (_, place) => person(place)),
          state: {
            ...caseFile().state,
            runs: [
              run({
                steps: Array.from({ length: steps }, (_, place) =>
                  step({ id: `s${String(place)}`, title: both(title), owner: 'ours' }),
                ),
              }),
            ],
          },
        }),
        Array.from({ length: entries }, (_, place) =>
          timelineEntry({ entryId: `e${String(place)}`, childView: { said: 'je veux '.repeat(30) } }),
        ),
        language,
        time,
      );
    expect(isLargeCard(card(0, 3))).toBe(true);
    expect(isLargeCard(card(2, 5))).toBe(true);
    expect(isLargeCard(card(30, 40, 'titre '.repeat(60)))).toBe(false);
  });

  it('says when nothing is known to be safe, and gives whole dates', () => {
    const { contact, due } = composeCallCard(
      caseFile({
        state: { ...caseFile().state, runs: [run({ steps: [step({ id: 'a', owner: 'ours' })] })] },
      }),
      [],
      language,
      time,
    );
    expect(contact.isKnown).toBe(false);
    expect(contact.words).toMatch(/^Aucun contact sûr connu.: n’appelez pas/);
    expect(due.shown[0]?.when).toMatch(/^avant.: \p{L}+ \d.* \d{4} à \d\d:\d\d$/u);
  });

  it.each([
    ['« Pas jeudi. »', 'Pas jeudi.'],
    ['«\u00a0Pas jeudi.\u00a0»', 'Pas jeudi.'],
    ['"Pas jeudi."', 'Pas jeudi.'],
    ['« Oui », puis « non »', '« Oui », puis « non »'],
  ])('quotes %s once', (said, words) => {
    const card = composeCallCard(caseFile(), [timelineEntry({ childView: { said } })], language, time);
    expect(card.said.shown[0]?.words).toBe(words);
  });

  it('repeats words as they were said, and only those', () => {
    const { said } = composeCallCard(
      caseFile(),
      [
        timelineEntry({ childView: { said: 'Pas chez ma tante.' } }),
        timelineEntry({ entryId: 'e2', childView: { whyNot: 'elle dormait' } }),
      ],
      language,
      time,
    );
    expect(said.shown.map(({ words }) => words)).toEqual(['Pas chez ma tante.']);
  });
});
