import { dayIn } from '@repere/cases';

/** The parts of the day in so many days, in the zone that pages have here: shortly before midnight UTC it is tomorrow in Paris. */
export function dayOfPage(inDays = 0): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = dayIn('Europe/Paris', Date.now() + inDays * 86_400_000).split(
    '-',
  );
  return { day, month, year };
}
