import { gatherChildLines } from './gather-case-lines';
import type { TimelineEntryDto } from '../../cases/page/case-file.dto';
import type { ChildDto } from '../../cases/opening/child.dto';

const same = (text: string) => ({ fr: text, en: text });
const entry = (values: TimelineEntryDto['values']): TimelineEntryDto => ({
  entryId: 'e1',
  seq: 1,
  kind: 'facts-recorded',
  title: same('Étape'),
  protocol: null,
  runId: null,
  step: null,
  occurredAt: '2026-01-31T10:00:00.000Z',
  occurredPrecision: 'day',
  recordedAt: '2026-01-31T10:00:00.000Z',
  by: 'Ada Nord',
  participants: [],
  values,
  reasons: [],
  system: false,
});
const kindsOf = (values: TimelineEntryDto['values'], child: ChildDto | null = null) =>
  Object.fromEntries(
    gatherChildLines({
      child,
      people: [],
      timeline: [entry(values)],
      sharing: [],
      beside: [],
      openedAt: '',
      peopleList: 'adults',
    }).map(({ label, kind }) => [label.en, kind]),
  );

describe('lines of a child', () => {
  it('are words, in both languages, where the case has codes', () => {
    const child: ChildDto = {
      calledName: 'Écho',
      birth: '2011~',
      gender: 'girl',
      nationality: 'PT',
      languages: ['fr', 'pt'],
    };
    const people = [{ id: 'p1', name: 'Zoé', relation: 'sibling', familyRole: 'protective' }] as const;
    const lines = gatherChildLines({
      child,
      people,
      timeline: [entry([])],
      sharing: [],
      beside: [],
      openedAt: '',
      peopleList: 'adults',
    });
    const told = lines.map(
      ({ section, label, text }) => `${section.fr} | ${label.fr} | ${text.fr} | ${text.en}`,
    );
    expect(told).toEqual([
      'Identité | Appelé·e | Écho | Écho',
      'Identité | Naissance | vers 2011 | about 2011',
      'Identité | Sexe | fille | girl',
      'Identité | Nationalité | Portugal | Portugal',
      'Identité | Langues | français, portugais | French, Portuguese',
      '31 janvier 2026 · Étape | Inscrit par | Ada Nord | Ada Nord',
      'Personnes autour | Personne | Zoé · frère ou sœur · protège l’enfant | Zoé · sibling · protects the child',
    ]);
  });

  it('keep a nationality that somebody wrote, and a code that nobody knows', () => {
    const child: ChildDto = { calledName: 'Écho', nationality: 'inconnue', languages: ['<b>'] };
    const lines = gatherChildLines({
      child,
      people: [],
      timeline: [],
      sharing: [],
      beside: [],
      openedAt: '',
      peopleList: 'adults',
    });
    expect(lines.map(({ text }) => text.fr)).toEqual(['Écho', 'inconnue', '<b>']);
  });

  it('are own where they are codes, dates and numbers of their class', () => {
    const kinds = kindsOf([
      {
        fact: 'papers',
        title: same('papers'),
        value: 'yes',
        shown: { fr: 'oui', en: 'yes' },
        fieldClass: 'identity',
      },
      {
        fact: 'seen_on',
        title: same('seen_on'),
        value: '2026-01-31',
        shown: { fr: '31 janvier 2026', en: '31 January 2026' },
        fieldClass: 'health',
      },
      { fact: 'age', title: same('age'), value: 12, shown: same('12'), fieldClass: 'identity' },
      {
        fact: 'signs',
        title: same('signs'),
        value: { fled: 'yes' },
        shown: same('oui : fugues'),
        fieldClass: 'situation',
      },
    ]);
    expect(kinds).toMatchObject({ papers: 'own', seen_on: 'own', age: 'own', signs: 'own' });
  });

  it('wait for a person where somebody else may be in them, whatever their class', () => {
    const kinds = kindsOf([
      { fact: 'claimants.who', title: same('who'), value: 'Zoé', shown: same('Zoé'), fieldClass: 'identity' },
      {
        fact: 'visits.hurts',
        title: same('hurts'),
        value: 'yes',
        shown: { fr: 'oui', en: 'yes' },
        fieldClass: 'situation',
      },
      {
        fact: 'prevention_adult',
        title: same('adult'),
        value: 'Son entraîneur',
        shown: same('Son entraîneur'),
        fieldClass: 'identity',
      },
      {
        fact: 'named',
        title: same('named'),
        value: ['Zoé', 'Max'],
        shown: { fr: 'Zoé ; Max', en: 'Zoé; Max' },
        fieldClass: 'situation',
      },
      {
        fact: 'asked',
        title: same('asked'),
        value: { answer: 'no', note: 'Zoé dit' },
        shown: same('non (Zoé dit)'),
        fieldClass: 'situation',
      },
      {
        fact: 'list',
        title: same('list'),
        value: { fled: { answer: 'yes', note: 'chez Zoé' } },
        shown: same('oui : fugues (chez Zoé)'),
        fieldClass: 'situation',
      },
      { fact: 'unknown', title: same('unknown'), value: 'yes', shown: { fr: 'oui', en: 'yes' } },
    ]);
    for (const fact of ['who', 'hurts', 'adult', 'named', 'asked', 'list', 'unknown'])
      expect([fact, kinds[fact]]).toEqual([fact, 'free-text']);
  });

  it('wait for a person where they say how to reach the child safely', () => {
    const kinds = kindsOf([], {
      calledName: 'Lou',
      safeContact: { how: 'Par sa sœur Zoé', whoElseReads: 'Sa mère' },
    });
    expect(kinds).toMatchObject({
      Called: 'own',
      'Safe contact': 'free-text',
      'Who else reads this phone': 'others',
    });
  });
});
