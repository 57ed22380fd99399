import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addMonths, civilDate, dayNumber, daysInMonth, isoDay, isWeekday } from './civil-day';

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const anyDay = fc.integer({ min: dayNumber(0, 1, 1), max: dayNumber(9999, 12, 31) });
const plain = (day: number) => EPOCH.add({ days: day });

describe('civil days', () => {
  it('agree with Temporal on every day of eight centuries around now', () => {
    let date = Temporal.PlainDate.from('1599-12-31');
    let day = dayNumber(1599, 12, 31);
    for (; date.year < 2401; date = date.add({ days: 1 }), day += 1) {
      const { year, month, day: dayOfMonth } = date;
      if (dayNumber(year, month, dayOfMonth) !== day) throw new Error(`dayNumber of ${date}`);
      if (isoDay(day) !== date.toString()) throw new Error(`isoDay of ${date}`);
    }
  });

  it('agree with Temporal on weekdays and lengths of months, from year 0 to 9999', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = plain(day);
        expect(isoDay(day)).toBe(date.toString());
        expect(civilDate(day)).toEqual({ year: date.year, month: date.month, day: date.day });
        expect(isWeekday(day)).toBe(date.dayOfWeek <= 5);
        expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth);
      }),
    );
  });

  it('add months as Temporal does where the month is too short', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const { year, month, day: dayOfMonth } = plain(day).add({ months });
        expect(civilDate(addMonths(day, months, 'last-day'))).toEqual({ year, month, day: dayOfMonth });
      }),
    );
  });

  it('pass into the next month when asked to', () => {
    const leapDay = dayNumber(2008, 2, 29);
    expect(isoDay(addMonths(leapDay, 216, 'next-day'))).toBe('2026-03-01');
    expect(isoDay(addMonths(leapDay, 216, 'last-day'))).toBe('2026-02-28');
    expect(isoDay(addMonths(leapDay, 240, 'next-day'))).toBe('2028-02-29');
  });
});
