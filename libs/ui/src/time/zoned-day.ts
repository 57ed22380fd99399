/** Days since 1970-01-01 of the calendar day that a moment falls on in a zone. */
export function zonedDay(at: number, zone: string): number {
  const [year = 1970, month = 1, day = 1] = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
    .format(at)
    .split('-')
    .map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}
