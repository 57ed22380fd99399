import { NO_DATE, type TypedDate } from '@repere/ui/date';
import { fieldOf, mistakesIn } from './new-case-problems';

const typed = { danger: 'yes', birth: NO_DATE, whyNoDuplicate: '' } as const;
const fieldsOf = (change: Partial<Parameters<typeof mistakesIn>[0]>, matches = 0) =>
  mistakesIn({ ...typed, ...change }, matches).map((mistake) => mistake.fieldId);

describe('mistakes in a new case', () => {
  it('are none once danger was asked, whatever the answer', () => {
    for (const danger of ['yes', 'no', 'unknown', 'not-asked'] as const)
      expect(fieldsOf({ danger })).toEqual([]);
    expect(fieldsOf({ danger: null })).toEqual(['danger']);
  });

  it('take a year alone, refuse a day that does not exist', () => {
    const year: TypedDate = { ...NO_DATE, year: '2009' };
    expect(fieldsOf({ birth: year })).toEqual([]);
    expect(fieldsOf({ birth: { ...year, month: '2', day: '31' } })).toEqual(['birth']);
  });

  it('ask why it is none of the cases that look alike, only when there are some', () => {
    expect(fieldsOf({ danger: 'no' }, 2)).toEqual(['why-no-duplicate']);
    expect(fieldsOf({ danger: 'no', whyNoDuplicate: 'Autre date' }, 2)).toEqual([]);
    expect(fieldsOf({ whyNoDuplicate: ' ' }, 0)).toEqual([]);
  });

  it('do not ask it first of a child who may be in danger', () => {
    for (const danger of ['yes', 'unknown', 'not-asked'] as const)
      expect(fieldsOf({ danger }, 2)).toEqual([]);
  });

  it('go to the field that the server means', () => {
    const text = { fr: '', en: '' };
    expect(fieldOf({ code: 'invalid', text, field: 'child.phones.0' })).toBe('phones');
    expect(fieldOf({ code: 'invalid', text, field: 'notDuplicates' })).toBe('why-no-duplicate');
    expect(fieldOf({ code: 'invalid', text, field: 'child.phonesBook' })).toBeUndefined();
    expect(fieldOf({ code: 'refused', text })).toBeUndefined();
  });
});
