import { LOCALES, type LanguageCode } from '../language/language';
import { withFirst } from '../date/with-first';
import { zonedDay } from './zoned-day';

/** From where a moment is told: the space's clock, the territory's zone, the reader's language. */
export interface Viewpoint {
  readonly now: number;
  readonly zone: string;
  readonly language: LanguageCode;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `aujourd'hui 18:00`, `demain 09:30`, `vendredi 18:00`, `12 mars`, `12 mars 2024`: as a colleague would say it. */
export function formatMoment(at: number, viewpoint: Viewpoint, withHour = true): string {
  const { now, zone, language } = viewpoint;
  const days = zonedDay(at, zone) - zonedDay(now, zone);
  if (Math.abs(days) <= 1) {
    const name = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' }).format(days, 'day');
    return withHour ? `${name} ${formatTime(at, viewpoint)}` : name;
  }
  if (days > 1 && days < 7) {
    const name = new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, weekday: 'long' }).format(at);
    return withHour ? `${name} ${formatTime(at, viewpoint)}` : name;
  }
  return formatDay(at, { now, zone, language });
}

/** `18:00` of today; otherwise its day is said too, as `formatMoment` does. */
export function formatBriefly(at: number, viewpoint: Viewpoint): string {
  const { now, zone } = viewpoint;
  return zonedDay(at, zone) === zonedDay(now, zone) ? formatTime(at, viewpoint) : formatMoment(at, viewpoint);
}

/** A deadline as a colleague would say it. One at midnight is the end of the day before, told by its day alone. */
export function formatDeadline(at: number, viewpoint: Viewpoint): string {
  const time = formatTime(at, viewpoint);
  if (time === '00:00') return formatMoment(at - MINUTE, viewpoint, false);
  return formatMoment(at, viewpoint, time !== '23:59');
}

/** `12 mars`, with its year when that isn't this year. */
export function formatDay(at: number, { now, zone, language }: Viewpoint): string {
  const yearOf = (moment: number) =>
    new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(moment);
  const said = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    ...(yearOf(at) === yearOf(now) ? {} : { year: 'numeric' as const }),
  }).format(at);
  return withFirst(said, language);
}

/** `jeudi 12 mars 2026 à 18:00`: for those who need it exactly. */
export function formatExactly(at: number, { zone, language }: Viewpoint): string {
  const said = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    dateStyle: 'full',
    timeStyle: 'short',
  }).format(at);
  return withFirst(said, language);
}

/** `14:02`. */
export function formatTime(at: number, { zone, language }: Viewpoint): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** `4 jours`, `3 heures`, `20 minutes`: the largest whole unit of a length of time in milliseconds. */
export function formatLength(length: number, language: LanguageCode): string {
  const [size, unit] =
    length >= DAY
      ? ([DAY, 'day'] as const)
      : length >= HOUR
        ? ([HOUR, 'hour'] as const)
        : ([MINUTE, 'minute'] as const);
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.max(1, Math.floor(length / size)));
}
