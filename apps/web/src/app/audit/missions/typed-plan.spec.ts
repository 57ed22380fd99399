import { NO_DATE, typeDate } from '@repere/ui/date';
import { mission } from './testing/made-up-mission';
import { dayOf, TypedPlan } from './typed-plan';

const filled = (): TypedPlan => {
  const typed = new TypedPlan();
  typed.fill(mission().plan);
  return typed;
};

describe('a plan as it is typed', () => {
  it('reads back what it was filled with', () => {
    expect(filled().read()).toEqual(mission().plan);
  });

  it('names every field that is missing, and is no plan until then', () => {
    const typed = new TypedPlan();
    expect(typed.mistakes().map(({ fieldId }) => fieldId)).toEqual([
      'title',
      'question',
      'teams',
      'from',
      'to',
      'auditors',
      'size',
      'checklist',
    ]);
    expect(typed.read()).toBeNull();
    expect(typed.scope()).toBeNull();
  });

  it.each(['0', '501', '2,5', 'dix', ''])('takes %j for no number of cases', (size) => {
    const typed = filled();
    typed.size.set(size);
    expect(typed.mistakes().map(({ fieldId }) => fieldId)).toEqual(['size']);
  });

  it('asks for no number when all are examined', () => {
    const typed = filled();
    typed.method.set('all');
    typed.size.set('');
    expect(typed.read()).not.toHaveProperty('size');
    expect(typed.mistakes()).toEqual([]);
  });

  it('refuses a period that ends before it begins', () => {
    const typed = filled();
    typed.to.set(typeDate('2025-12-31'));
    expect(typed.mistakes().map(({ fieldId }) => fieldId)).toEqual(['to']);
    expect(typed.scope()).toBeNull();
  });

  it('takes a whole day only for a day', () => {
    expect(dayOf(typeDate('2026-03-01'))).toBe('2026-03-01');
    for (const edtf of ['2026', '2026-03', '2026-03-01~']) expect(dayOf(typeDate(edtf))).toBeNull();
    expect(dayOf(NO_DATE)).toBeNull();
  });
});
