/**
 * The moment at which it is this day and hour in this zone, epoch milliseconds; `null` for an hour that is none.
 * `day`: `2026-03-01`; `hour`: see `readHour`. In the hour that a clock skips or repeats: the earlier reading.
 */
export function instantIn(zone: string, day: string, hour: string): number | null {
  const sinceMidnight = readHour(hour);
  if (sinceMidnight === null) return null;
  const asUtc = Date.parse(`${day}T00:00:00Z`) + sinceMidnight;
  if (Number.isNaN(asUtc)) return null;
  // Twice: the first guess may lie on the other side of a change of clocks.
  const guess = asUtc - offsetAt(zone, asUtc);
  return asUtc - offsetAt(zone, guess);
}

/** An hour as it is typed, `18:00`, `18h00` or `18`, in milliseconds since midnight; `null` for one that is none. */
export function readHour(hour: string): number | null {
  const found = /^(\d{1,2})(?:[:hH.]?(\d{2})?)$/.exec(hour.trim());
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  return !found || hours > 23 || minutes > 59 ? null : (hours * 60 + minutes) * 60_000;
}

/** How far the zone is ahead of UTC at that moment, milliseconds. */
function offsetAt(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return local - Math.floor(at / 1000) * 1000;
}
