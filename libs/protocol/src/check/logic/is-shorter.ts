import { parseWithin, type Within } from '@repere/feel';

/** Whether a period is surely shorter than another, whenever both start. Unlike units are compared by their extremes. */
export function isShorter(shorter: string, longer: string): boolean {
  const [period, than] = [parseWithin(shorter), parseWithin(longer)];
  if (!period || !than) return false;
  if ('count' in period && 'count' in than && period.unit === than.unit) return period.count < than.count;
  return hours(period).most < hours(than).least || (period.unit === 'at-once' && than.unit !== 'at-once');
}

/** Days start the day after and end at midnight (domain 3.11), so n days last n to n + 1 of them; a clock change moves an hour. */
function hours(period: Within): { readonly least: number; readonly most: number } {
  const days = (least: number, most: number) => ({ least: least * 24 - 1, most: (most + 1) * 24 + 1 });
  switch (period.unit) {
    case 'at-once':
      return { least: 0, most: 0 };
    case 'end-of-day':
      return { least: 0, most: 25 };
    case 'hours':
      return { least: period.count, most: period.count };
    case 'days':
      return days(period.count, period.count);
    case 'working-days':
      return days(period.count, period.count * 3 + 7);
    case 'months':
      return days(period.count * 28, period.count * 31);
    case 'years':
      return days(period.count * 365, period.count * 366);
  }
}
