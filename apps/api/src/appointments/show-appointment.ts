import type { FieldClass } from '@repere/access';
import type { AppointmentKind, Shown, Words } from '@repere/cases';
import { unlessRedacted } from '../cases/disclosure/redacted-classes';
import { isUntold, outlineOf, type ShownBy } from '../cases/next-appointment/outline-of';
import { namedIn, type Names } from '../cases/reading/account-names';
import { words } from '../platform/answers/words';
import type { AppointmentDto } from './appointments.dto';
import type { KeptAppointment, SaidAppointment } from './appointments.repository';
import type { AppointmentWords } from './entities/appointment.entity';

/** What each part may tell of: it is shown to who sees all of these. */
export const CLASSES_OF_WORDS: Readonly<Record<keyof AppointmentWords, readonly FieldClass[]>> = {
  from: ['places'],
  place: ['places'],
  withWhom: ['people', 'staff'],
  escort: ['people', 'staff'],
  language: ['identity'],
  third: ['people', 'judicial'],
  whyAgain: ['judicial', 'narrative', 'people'],
  notes: ['narrative', 'people', 'places'],
  outcome: ['narrative', 'people', 'places'],
};

/** What each part of an appointment is called on paper. */
export const PART_WORDS: Readonly<Record<keyof AppointmentWords, Words>> = {
  from: words('D’où', 'From where'),
  place: words('Où', 'Where'),
  withWhom: words('Avec qui', 'With whom'),
  escort: words('Qui accompagne', 'Who goes along'),
  language: words('Langue', 'Language'),
  third: words('À côté de l’enfant', 'Beside the child'),
  whyAgain: words('Pourquoi l’enfant est entendu à nouveau', 'Why the child is heard again'),
  notes: words('Notes', 'Notes'),
  outcome: words('Ce qu’il en est advenu', 'What became of it'),
};

/** What each kind is. */
export const KIND_WORDS: Readonly<Record<AppointmentKind, Words>> = {
  hearing: words('Audition', 'Hearing'),
  confrontation: words('Confrontation', 'Confrontation'),
  authority: words('Magistrat ou service', 'Magistrate or authority'),
  medical: words('Soins', 'Care'),
  placement: words('Placement', 'Placement'),
  transport: words('Trajet', 'Journey'),
  meeting: words('Rencontre', 'Meeting'),
  'case-conference': words('Concertation', 'Case conference'),
  other: words('Autre', 'Other'),
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
    from: said('from'),
    ...{ place: said('place'), withWhom: said('withWhom'), escort: said('escort') },
    escortAccount: it.escortId === null ? null : shown(namedIn(names, it.escortId), ['staff']),
    ...{ language: said('language'), thirdWords: said('third') },
    ...{ whyAgain: said('whyAgain'), notes: said('notes'), outcome: said('outcome') },
    at: it.at.toISOString(),
    by: unlessRedacted(redacted, ['staff'], namedIn(names, it.byId)),
  };
}
