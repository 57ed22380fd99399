const DAY = 86_400_000;

/** The Mondays of so many weeks in this zone, epoch milliseconds, the oldest first; the last one's week runs. */
export function mondaysUntil(now: number, zone: string, weeks: number): readonly number[] {
  const today = localDay(now, zone);
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  return Array.from({ length: weeks }, (_, place) => startOf(monday - (weeks - 1 - place) * 7 * DAY, zone));
}

/** The day there, as midnight UTC. */
function localDay(at: number, zone: string): number {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at);
  return Date.parse(`${day}T00:00:00Z`);
}

/** When a day begins there: midnight is found from both sides of a change of clocks. */
function startOf(day: number, zone: string): number {
  const offsetAt = (at: number): number => {
    const said = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: zone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' },
    }).formatToParts(at);
    const [year, month, date, hour, minute, second] = (
      ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
    ).map((type) => Number(said.find((part) => part.type === type)?.value));
    return Date.UTC(year ?? 0, (month ?? 1) - 1, date, hour, minute, second) - at;
  };
  const near = day - offsetAt(day);
  return day - offsetAt(near);
}
