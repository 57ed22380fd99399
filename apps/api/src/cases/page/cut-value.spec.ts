import type { FactDefinition, FactValue, FieldClass } from '@repere/protocol';
import type { ValueSight } from '../disclosure/value-sight';
import { cutValue } from './cut-value';

const of = (fieldClass: FieldClass): FactDefinition =>
  ({ id: 'fact', type: 'yes-no', class: fieldClass }) as FactDefinition;
const seen = (withheld: readonly FieldClass[], opens = true): ValueSight => ({
  withheld: new Set(withheld),
  opens,
  mask: (text) => text,
});
const cut = (value: FactValue, ...withheld: FieldClass[]) => cutValue(of('situation'), value, seen(withheld));

describe('a value as a reader may see it', () => {
  it('loses its words, text or note, where those beside it may not be read', () => {
    const closed = seen(['health'], false);
    expect(cutValue({ ...of('situation'), type: 'text' }, 'Elle saigne.', closed)).toEqual({
      isWithheld: true,
    });
    expect(cutValue(of('situation'), { answer: 'yes', note: 'Elle saigne.' }, closed)).toEqual({
      isWithheld: false,
      value: { answer: 'yes' },
      lacksNote: true,
    });
    expect(cutValue(of('situation'), 'yes', closed)).toMatchObject({ value: 'yes', lacksNote: false });
  });

  it('is whole where nothing is withheld, note and all', () => {
    const value = { answer: 'unknown', note: 'Sa tante le dirait.' } as const;
    expect(cut(value)).toEqual({ isWithheld: false, value, lacksNote: false });
    expect(cut(value, 'contact')).toEqual({ isWithheld: false, value, lacksNote: false });
  });

  it('is withheld by the class of its fact', () => {
    expect(cutValue(of('health'), 'yes', seen(['health']))).toEqual({ isWithheld: true });
    expect(cutValue(of('health'), 'yes', seen(['places']))).toMatchObject({ value: 'yes' });
  });

  it('loses its note, and says so, where accounts in words are withheld', () => {
    expect(cut({ answer: 'yes', note: 'Sa tante le dirait.' }, 'narrative')).toEqual({
      isWithheld: false,
      value: { answer: 'yes' },
      lacksNote: true,
    });
    const items = {
      runs: 'yes',
      debt: { answer: 'no', note: 'Il le dit.' },
      gifts: { answer: 'unknown' },
    } as const;
    expect(cut(items, 'narrative')).toEqual({
      isWithheld: false,
      value: { runs: 'yes', debt: { answer: 'no' }, gifts: { answer: 'unknown' } },
      lacksNote: true,
    });
  });

  it.each<FactValue>([
    'yes',
    3,
    ['a', 'b'],
    { answer: 'unknown' },
    { runs: 'yes', debt: { answer: 'unknown' } },
  ])('without a note lacks none: %j', (value) => {
    expect(cut(value, 'narrative')).toEqual({ isWithheld: false, value, lacksNote: false });
  });

  it('of a fact that no protocol knows may tell anything', () => {
    expect(cutValue(undefined, 'yes', seen(['places']))).toEqual({ isWithheld: true });
    expect(cutValue(undefined, 'yes', seen([]))).toMatchObject({ value: 'yes' });
  });
});
