import type { TriableFact } from '@repere/contract';
import { field } from '../../../testing/fake-step';
import { findFacts } from './find-facts';

const fact = (title: string): TriableFact => ({
  field: field({ id: title, title: { fr: title, en: title } }),
  run: null,
  mayBeTold: true,
});
const facts = ['Retenu·e à la frontière', 'Une audition est prévue', 'Audition refusée'].map(fact);
const found = (typed: string) =>
  findFacts(facts, typed, (it) => [it.field.title.fr]).map((it) => it.field.id);

describe('facts found by their words', () => {
  it('are all of them while nothing is typed', () => {
    expect(found('  ')).toHaveLength(3);
  });

  it('need neither accents nor case nor the whole word', () => {
    expect(found('FRONTIERE')).toEqual(['Retenu·e à la frontière']);
  });

  it('begin with those whose title does', () => {
    expect(found('audition')).toEqual(['Audition refusée', 'Une audition est prévue']);
  });

  it('hold every word that is typed', () => {
    expect(found('audition frontiere')).toEqual([]);
  });
});
