import type { FactDefinition } from '../documents/document';
import type { FactValue } from './fact-values';
import { FACT_TYPE_NAMES, FACT_TYPES, type FactTypeName } from './index';
import { checkValue, codesOf, converterFor, feelTypeOf, formatAnswer } from './of-fact';

const NOON = { now: Date.UTC(2026, 0, 5, 12), zone: 'Europe/Paris' };
const label = (word: string) => ({ fr: word, en: `${word} in English` });

/** A right answer and a wrong one of each kind, and what is said of the right one. */
const TOLD: Readonly<Record<FactTypeName, { right: FactValue; wrong: unknown; said: string }>> = {
  choice: { right: 'a', wrong: 'c', said: 'lettre a' },
  'yes-no': { right: 'yes', wrong: 'perhaps', said: 'oui' },
  number: { right: 3, wrong: 'three', said: '3 jours' },
  months: { right: 234, wrong: 0.1234, said: '19 ans et 6 mois' },
  date: { right: '2025-05-10', wrong: '2027', said: '10 mai 2025' },
  duration: { right: 'PT2H30M', wrong: '2 h', said: '2 heures et 30 minutes' },
  text: { right: 'oui', wrong: '\u200b', said: 'oui' },
  checklist: { right: { p: 'yes', q: 'no' }, wrong: { r: 'yes' }, said: 'premier : oui, second : non' },
  list: { right: 'r1', wrong: 'r1', said: 'r1' },
};

const factOf = (type: FactTypeName): FactDefinition => ({
  id: 'f',
  type,
  class: 'situation',
  title: label('Titre'),
  changes: 'never',
  basis: [],
  ...(type === 'choice' && { values: ['a', 'b'].map((code) => ({ code, label: label(`lettre ${code}`) })) }),
  ...(type === 'checklist' && {
    items: [
      { id: 'p', label: label('premier') },
      { id: 'q', label: label('second') },
    ],
  }),
  ...(type === 'number' && { unit: 'jours' }),
});

describe.each(FACT_TYPE_NAMES)('answers of the kind %s', (type) => {
  const fact = factOf(type);
  const { right, wrong, said } = TOLD[type];
  const isByRow = type === 'list';

  it('are taken when they are right, and refused in both languages', () => {
    if (!isByRow) expect(checkValue(fact, right, NOON)).toBeNull();
    const problem = checkValue(fact, wrong, NOON);
    expect(problem?.text.fr).toMatch(/\S/);
    expect(problem?.text.en).toMatch(/\S/);
  });

  it('may be unknown, whole or by item', () => {
    const unknown: FactValue = type === 'checklist' ? { p: { answer: 'unknown' } } : { answer: 'unknown' };
    expect(checkValue(fact, unknown, NOON)).toBeNull();
    expect(converterFor(fact)(unknown)).toBeNull();
  });

  it('are read by conditions, unless by item or row', () => {
    const value = converterFor(fact)(right);
    if (FACT_TYPES[type].classes.by === 'items' || isByRow) expect(value).toBeNull();
    else expect(value).not.toBeNull();
  });

  it('are said', () => {
    expect(formatAnswer(fact, right).fr).toBe(`Titre : ${said}`);
    expect(formatAnswer(fact, right).en).toMatch(/\S/);
  });

  it('are codes exactly where conditions compare codes', () => {
    const { kind } = feelTypeOf(fact);
    expect(codesOf(fact).length > 0).toBe(kind === 'choice' || kind === 'choices');
    expect(FACT_TYPES[type].classes.by === 'codes').toBe(kind === 'choice' || kind === 'choices');
  });
});
