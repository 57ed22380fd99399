import fc from 'fast-check';
import { NO_DATE, readTypedDate, typeDate, type TypedDate } from './typed-date';

const typed = (day: string, month: string, year: string, precision: TypedDate['precision'] = 'exact') =>
  readTypedDate({ day, month, year, precision });

describe('readTypedDate', () => {
  it('reads 03/10/2024 as the third of October', () => {
    expect(typed('03', '10', '2024')).toEqual({ ok: true, edtf: '2024-10-03' });
  });

  it.each([
    ['', '', '2009', 'exact', '2009'],
    ['', '5', '2009', 'exact', '2009-05'],
    ['', '', '2009', 'estimated', '2009~'],
    ['1', '5', '2009', 'estimated', '2009-05-01~'],
    ['12', '5', '2009', 'month', '2009-05'],
    ['12', '5', '2009', 'year', '2009'],
    ['', '', '', 'exact', ''],
  ] as const)('takes what is known: %s/%s/%s (%s)', (day, month, year, precision, edtf) => {
    expect(typed(day, month, year, precision)).toEqual({ ok: true, edtf });
  });

  it.each([
    ['31', '2', '2010', 'no-such-day'],
    ['29', '2', '2011', 'no-such-day'],
    ['0', '5', '2011', 'no-such-day'],
    ['1', '13', '2011', 'no-such-month'],
    ['1', '', '2011', 'month-missing'],
    ['1', '5', '', 'year-missing'],
    ['1', '5', '11', 'year-unlike'],
    ['x', '5', '2011', 'no-such-day'],
  ] as const)('refuses %s/%s/%s: %s', (day, month, year, problem) => {
    expect(typed(day, month, year)).toEqual({ ok: false, problem });
  });

  it('gives back what was typed, for every day there is', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.boolean(), (date, isEstimated) => {
        const edtf = date.toISOString().slice(0, 10) + (isEstimated ? '~' : '');
        expect(readTypedDate(typeDate(edtf))).toEqual({ ok: true, edtf });
      }),
    );
  });

  it('types nothing for what it cannot read', () => {
    expect(typeDate('about May')).toEqual(NO_DATE);
  });
});
