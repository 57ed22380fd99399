import type { FieldClass } from '@repere/access';
import type { Shown } from '@repere/cases';
import { unlessRedacted } from '../cases/disclosure/redacted-classes';
import { isUntold, outlineOf, type ShownBy } from '../cases/next-appointment/outline-of';
import { namedIn, type Names } from '../cases/reading/account-names';
import type { AppointmentDto } from './appointments.dto';
import type { KeptAppointment, SaidAppointment } from './appointments.repository';
import type { AppointmentWords } from './entities/appointment.entity';

/** What each part may tell of: it is shown to who sees all of these. */
export const CLASSES_OF_WORDS: Readonly<Record<keyof AppointmentWords, readonly FieldClass[]>> = {
  place: ['places'],
  withWhom: ['people', 'staff'],
  escort: ['people', 'staff'],
  language: ['identity'],
  third: ['people', 'judicial'],
  whyAgain: ['judicial', 'narrative', 'people'],
  notes: ['narrative', 'people', 'places'],
  outcome: ['narrative', 'people', 'places'],
};

/** What the reader does not see of what stands, and so can't have taken away: `undefined` where they see it, or there is nothing. */
export const hiddenWords = (
  { content }: SaidAppointment,
  redacted: ReadonlySet<FieldClass>,
): Partial<Record<keyof AppointmentWords, string>> =>
  Object.fromEntries(
    (Object.keys(CLASSES_OF_WORDS) as (keyof AppointmentWords)[]).flatMap((part) => {
      const words = content[part];
      return words !== null && CLASSES_OF_WORDS[part].some((it) => redacted.has(it)) ? [[part, words]] : [];
    }),
  );

/** Whether an appointment stays untold to this reader, whatever is said of it. */
export const hidesAppointment = (
  { now, earlier }: KeptAppointment,
  redacted: ReadonlySet<FieldClass>,
  readerId: string,
): boolean =>
  isUntold(
    [now, ...earlier].map(({ byId }) => byId),
    redacted,
    readerId,
  );

export function showAppointment(
  it: SaidAppointment,
  by: ShownBy,
  { names, redacted }: { readonly names: Names; readonly redacted: ReadonlySet<FieldClass> },
): AppointmentDto {
  const { version, reason, interpreter, interpreterFound, third, told } = it;
  const shown = <T>(value: T | null, classes: readonly FieldClass[]): Shown<T> | null =>
    value === null ? null : unlessRedacted(redacted, classes, value);
  const said = (part: keyof AppointmentWords) => shown(it.content[part], CLASSES_OF_WORDS[part]);
  return {
    ...outlineOf(it, by),
    ...{ version, reason, interpreter, interpreterFound, third, told },
    ...{ place: said('place'), withWhom: said('withWhom'), escort: said('escort') },
    escortAccount: it.escortId === null ? null : shown(namedIn(names, it.escortId), ['staff']),
    ...{ language: said('language'), thirdWords: said('third') },
    ...{ whyAgain: said('whyAgain'), notes: said('notes'), outcome: said('outcome') },
    at: it.at.toISOString(),
    by: unlessRedacted(redacted, ['staff'], namedIn(names, it.byId)),
  };
}
