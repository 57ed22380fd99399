import { Injector, signal } from '@angular/core';
import { form, type Field } from '@angular/forms/signals';
import { TestBed } from '@angular/core/testing';
import { NO_DATE, type TypedDate } from '@repere/ui/date';
import type { NewCaseAsTyped } from './new-case-draft';
import { checkNewCase } from './new-case-rules';
import { NO_CHILD } from './typed-child';

const fieldsOf = (change: Partial<NewCaseAsTyped>, matches = 0): readonly string[] => {
  const typed: NewCaseAsTyped = { ...NO_CHILD, danger: 'yes', whyNoDuplicate: '', ...change };
  const rules = form(signal(typed), (it) => checkNewCase(it, () => matches), {
    injector: TestBed.inject(Injector),
  });
  return Object.keys(typed).filter((key) =>
    (rules[key as keyof NewCaseAsTyped] as Field<unknown>)().invalid(),
  );
};

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
    expect(fieldsOf({ danger: 'no' }, 2)).toEqual(['whyNoDuplicate']);
    expect(fieldsOf({ danger: 'no', whyNoDuplicate: 'Autre date' }, 2)).toEqual([]);
    expect(fieldsOf({ whyNoDuplicate: ' ' }, 0)).toEqual([]);
  });

  it('do not ask it first of a child who may be in danger', () => {
    for (const danger of ['yes', 'unknown', 'not-asked'] as const)
      expect(fieldsOf({ danger }, 2)).toEqual([]);
  });
});
