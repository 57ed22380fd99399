import { isJourney, isRedacted, needsThirdPerson, type Shown } from '@repere/cases';
import type { Appointment, PlanAppointment } from '@repere/contract';
import { NO_DATE, typeDate } from '@repere/ui/date';
import { readHour } from '../cases/cover/instant-in';
import { wholeDay } from '../platform/form/whole-day';

/** Nothing typed yet. What is not known is said to be not known, and never left open by itself. */
export const NO_APPOINTMENT = {
  kind: null as PlanAppointment['kind'] | null,
  ...{ day: NO_DATE, hour: '', minutes: '', from: '', place: '', withWhom: '' },
  escortId: null as string | null,
  escort: '',
  third: 'not-settled' as NonNullable<PlanAppointment['third']> | null,
  thirdWords: '',
  whyAgain: '',
  interpreter: null as PlanAppointment['interpreter'] | null,
  interpreterFound: 'unknown' as NonNullable<PlanAppointment['interpreterFound']> | null,
  language: '',
  told: null as PlanAppointment['told'] | null,
  notes: '',
};
export type TypedAppointment = typeof NO_APPOINTMENT;

/** What stands, to be corrected; what the reader does not see stays empty. */
export const typedOf = (it: Appointment): TypedAppointment => ({
  ...{ kind: it.kind, day: typeDate(it.day), hour: it.hour ?? '', minutes: String(it.minutes ?? '') },
  from: seen(it.from),
  ...{ place: seen(it.place), withWhom: seen(it.withWhom), escort: seen(it.escort) },
  escortId: it.escortAccount && !isRedacted(it.escortAccount) ? it.escortAccount.id : null,
  ...{ third: it.third ?? 'not-settled', thirdWords: seen(it.thirdWords) },
  whyAgain: seen(it.whyAgain),
  ...{ interpreter: it.interpreter, interpreterFound: it.interpreterFound, language: seen(it.language) },
  ...{ told: it.told, notes: seen(it.notes) },
});

/** As it is sent; `null` while something is missing. */
export function readAppointment(typed: TypedAppointment): PlanAppointment | null {
  const { kind, interpreter, told, escortId, third, interpreterFound } = typed;
  const day = wholeDay(typed.day);
  if (!kind || !interpreter || !told || day === null) return null;
  const hour = typed.hour.trim() && hourOf(typed.hour);
  const asksThird = needsThirdPerson(kind);
  return {
    ...{ kind, day, interpreter, told },
    ...(hour && { hour }),
    ...(typed.minutes.trim() && { minutes: Number(typed.minutes) }),
    ...(isJourney(kind) && words({ from: typed.from })),
    ...words({ place: typed.place, withWhom: typed.withWhom, escort: typed.escort, notes: typed.notes }),
    ...(escortId !== null && { escortId }),
    ...(asksThird && third && { third }),
    ...(asksThird && third !== 'not-settled' && words({ thirdWords: typed.thirdWords })),
    ...(asksThird && words({ whyAgain: typed.whyAgain })),
    ...(interpreter === 'yes' && interpreterFound && { interpreterFound }),
    ...(interpreter === 'yes' && words({ language: typed.language })),
  };
}

/** `09:30` of what was typed, `9h30` or `9`; `null` for no hour. */
export function hourOf(typed: string): string | null {
  const sinceMidnight = readHour(typed);
  if (sinceMidnight === null) return null;
  const minutes = sinceMidnight / 60_000;
  return [Math.floor(minutes / 60), minutes % 60].map((it) => String(it).padStart(2, '0')).join(':');
}

/** Minutes of a day. */
export const isMinutes = (typed: string): boolean =>
  /^\d{1,4}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 24 * 60;

const seen = (value: Shown<string> | null): string => (value === null || isRedacted(value) ? '' : value);

/** Those that say something. */
const words = <K extends string>(typed: Readonly<Record<K, string>>): Partial<Record<K, string>> =>
  Object.fromEntries(
    Object.entries<string>(typed).flatMap(([key, text]) => (text.trim() ? [[key, text.trim()]] : [])),
  ) as Partial<Record<K, string>>;
