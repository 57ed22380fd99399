import Holidays from 'date-holidays';

/** Whether a local date, `YYYY-MM-DD`, is a public holiday. */
export type HolidayCalendar = (date: string) => boolean;

const calendars = new Map<string, HolidayCalendar>();

/**
 * The public holidays of a country and, within France, of one of the three départements under local law, as
 * `date-holidays` gives them. Each year is worked out once: that takes milliseconds, asking takes none.
 */
export function holidayCalendar(country: string, state?: string): HolidayCalendar {
  const key = `${country}-${state ?? ''}`;
  const known = calendars.get(key);
  if (known) return known;

  const holidays = state === undefined ? new Holidays(country) : new Holidays(country, state);
  const years = new Map<string, ReadonlySet<string>>();
  const calendar: HolidayCalendar = (date) => {
    const year = date.slice(0, 4);
    let days = years.get(year);
    if (!days) {
      days = publicHolidays(holidays, Number(year));
      years.set(year, days);
    }
    return days.has(date);
  };
  calendars.set(key, calendar);
  return calendar;
}

function publicHolidays(holidays: Holidays, year: number): ReadonlySet<string> {
  const found = holidays.getHolidays(year).filter((holiday) => holiday.type === 'public');
  return new Set(found.map((holiday) => holiday.date.slice(0, 10)));
}
