const formats = new Map<string, Intl.DateTimeFormat>();

/** The hour, 0 to 23, that clocks in a zone showed at a moment. */
export function hourIn(at: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
    formats.set(zone, format);
  }
  return Number(format.format(at));
}
