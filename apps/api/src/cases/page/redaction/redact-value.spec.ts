import type { FactDefinition, FactValue, FieldClass } from '@repere/protocol';
import type { ValueSight } from '../../disclosure/value-sight';
import { redactValue } from './redact-value';

const of = (fieldClass: FieldClass): FactDefinition =>
  ({ id: 'fact', type: 'yes-no', class: fieldClass }) as FactDefinition;
const seen = (withheld: readonly FieldClass[], opens = true): ValueSight => ({
  withheld: new Set(withheld),
  opens,
  mask: (text) => text,
});
const redacted = (value: FactValue, ...withheld: FieldClass[]) =>
  redactValue(of('situation'), value, seen(withheld));

describe('a value as a reader may see it', () => {
  it('loses its words, text or note, where those beside it may not be read', () => {
    const closed = seen(['health'], false);
    expect(redactValue({ ...of('situation'), type: 'text' }, 'Elle saigne.', closed)).toEqual({
      isWithheld: true,
    });
    expect(redactValue(of('situation'), { answer: 'yes', note: 'Elle saigne.' }, closed)).toEqual({
      isWithheld: false,
      value: { answer: 'yes' },
      lacksNote: true,
    });
    expect(redactValue(of('situation'), 'yes', closed)).toMatchObject({ value: 'yes', lacksNote: false });
  });

  it('is whole where nothing is withheld, note and all', () => {
    const value = { answer: 'unknown', note: 'Sa tante le dirait.' } as const;
    expect(redacted(value)).toEqual({ isWithheld: false, value, lacksNote: false });
    expect(redacted(value, 'contact')).toEqual({ isWithheld: false, value, lacksNote: false });
  });

  it('is withheld by the class of its fact', () => {
    expect(redactValue(of('health'), 'yes', seen(['health']))).toEqual({ isWithheld: true });
    expect(redactValue(of('health'), 'yes', seen(['places']))).toMatchObject({ value: 'yes' });
  });

  it('loses its note, and says so, where accounts in words are withheld', () => {
    expect(redacted({ answer: 'yes', note: 'Sa tante le dirait.' }, 'narrative')).toEqual({
      isWithheld: false,
      value: { answer: 'yes' },
      lacksNote: true,
    });
    const items = {
      runs: 'yes',
      debt: { answer: 'no', note: 'Il le dit.' },
      gifts: { answer: 'unknown' },
    } as const;
    expect(redacted(items, 'narrative')).toEqual({
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
    expect(redacted(value, 'narrative')).toEqual({ isWithheld: false, value, lacksNote: false });
  });

  it('of a fact that no protocol knows may tell anything', () => {
    expect(redactValue(undefined, 'yes', seen(['places']))).toEqual({ isWithheld: true });
    expect(redactValue(undefined, 'yes', seen([]))).toMatchObject({ value: 'yes' });
  });
});
