import type { FactDefinition, FactValue, FieldClass } from '@repere/protocol';
import type { ValueSight } from '../../disclosure/value-sight';
import { redactValue } from './redact-value';

const of = (fieldClass: FieldClass): FactDefinition =>
  ({ id: 'fact', type: 'yes-no', class: fieldClass }) as FactDefinition;
const seen = (redacted: readonly FieldClass[], opens = true): ValueSight => ({
  redacted: new Set(redacted),
  opens,
  mask: (text) => text,
});
const shownValue = (value: FactValue, ...redacted: FieldClass[]) =>
  redactValue(of('situation'), value, seen(redacted));

describe('a value as a reader may see it', () => {
  it('loses its words, text or note, where those beside it may not be read', () => {
    const closed = seen(['health'], false);
    expect(redactValue({ ...of('situation'), type: 'text' }, 'Elle saigne.', closed)).toEqual({
      isRedacted: true,
    });
    expect(redactValue(of('situation'), { answer: 'yes', note: 'Elle saigne.' }, closed)).toEqual({
      isRedacted: false,
      value: { answer: 'yes' },
      lacksNote: true,
    });
    expect(redactValue(of('situation'), 'yes', closed)).toMatchObject({ value: 'yes', lacksNote: false });
  });

  it('is whole where nothing is redacted, note and all', () => {
    const value = { answer: 'unknown', note: 'Sa tante le dirait.' } as const;
    expect(shownValue(value)).toEqual({ isRedacted: false, value, lacksNote: false });
    expect(shownValue(value, 'contact')).toEqual({ isRedacted: false, value, lacksNote: false });
  });

  it('is redacted by the class of its fact', () => {
    expect(redactValue(of('health'), 'yes', seen(['health']))).toEqual({ isRedacted: true });
    expect(redactValue(of('health'), 'yes', seen(['places']))).toMatchObject({ value: 'yes' });
  });

  it('loses its note, and says so, where accounts in words are redacted', () => {
    expect(shownValue({ answer: 'yes', note: 'Sa tante le dirait.' }, 'narrative')).toEqual({
      isRedacted: false,
      value: { answer: 'yes' },
      lacksNote: true,
    });
    const items = {
      runs: 'yes',
      debt: { answer: 'no', note: 'Il le dit.' },
      gifts: { answer: 'unknown' },
    } as const;
    expect(shownValue(items, 'narrative')).toEqual({
      isRedacted: false,
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
    expect(shownValue(value, 'narrative')).toEqual({ isRedacted: false, value, lacksNote: false });
  });

  it('of a fact that no protocol knows may tell anything', () => {
    expect(redactValue(undefined, 'yes', seen(['places']))).toEqual({ isRedacted: true });
    expect(redactValue(undefined, 'yes', seen([]))).toMatchObject({ value: 'yes' });
  });
});
