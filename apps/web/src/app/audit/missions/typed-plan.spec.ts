import { Injector, signal } from '@angular/core';
import { form, type Field } from '@angular/forms/signals';
import { TestBed } from '@angular/core/testing';
import { typeDate } from '@repere/ui/date';
import { mission } from './testing/fake-mission';
import { NO_PLAN, checkPlan, readPlan, scopeOf, typePlan, type TypedPlan } from './typed-plan';

const filled = (change: Partial<TypedPlan> = {}): TypedPlan => ({ ...typePlan(mission().plan), ...change });

/** The fields that have to be mended. */
const wrongIn = (typed: TypedPlan): readonly string[] => {
  const plan = form(signal(typed), checkPlan, { injector: TestBed.inject(Injector) });
  return Object.keys(typed).filter((key) => (plan[key as keyof TypedPlan] as Field<unknown>)().invalid());
};

describe('a plan as it is typed', () => {
  it('reads back what it was filled with', () => {
    expect(readPlan(filled())).toEqual(mission().plan);
    expect(wrongIn(filled())).toEqual([]);
  });

  it('names every field that is missing, and is no plan until then', () => {
    expect(wrongIn(NO_PLAN)).toEqual([
      'title',
      'question',
      'auditorIds',
      'teamIds',
      'from',
      'to',
      'size',
      'checklist',
    ]);
    expect(readPlan(NO_PLAN)).toBeNull();
    expect(scopeOf(NO_PLAN)).toBeNull();
  });

  it.each(['0', '501', '2,5', 'dix', ''])('takes %j for no number of cases', (size) => {
    expect(wrongIn(filled({ size }))).toEqual(['size']);
  });

  it('asks for no number when all are examined', () => {
    const typed = filled({ method: 'all', size: '' });
    expect(readPlan(typed)).not.toHaveProperty('size');
    expect(wrongIn(typed)).toEqual([]);
  });

  it('refuses a period that ends before it begins', () => {
    const typed = filled({ to: typeDate('2025-12-31') });
    expect(wrongIn(typed)).toEqual(['to']);
    expect(scopeOf(typed)).toBeNull();
  });
});
