import type { FieldClass } from '@repere/access';
import { type Clash, languagesNeedInterpreter, missingOf, type Shown, type SureOrNot } from '@repere/cases';
import { isoDay, localDay, localHour } from '@repere/feel';
import { unlessRedacted } from '../cases/disclosure/redacted-classes';
import { namedIn, type Names } from '../cases/reading/account-names';
import { knownChild } from '../cases/reading/known-child';
import type { LoadedCase } from '../cases/reading/loaded-case';
import type { AppointmentDto, AppointmentOutlineDto } from './appointments.dto';
import type { SaidAppointment } from './appointments.repository';
import type { AppointmentEntity, AppointmentWords } from './entities/appointment.entity';

/** What each part may tell of: it is shown to who sees all of these. */
export const CLASSES_OF_WORDS: Readonly<Record<keyof AppointmentWords, readonly FieldClass[]>> = {
  place: ['places'],
  withWhom: ['people', 'staff'],
  escort: ['people', 'staff'],
  language: ['identity'],
  third: ['people', 'judicial'],
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

/** By what an appointment is shown. */
export interface ShownBy {
  readonly zone: string;
  readonly needsInterpreter: SureOrNot;
  readonly clashes: readonly Clash[];
}

/** Whether the child’s languages need an interpreter, to who may know them; else it is not known. */
export const needsInterpreter = (file: LoadedCase, redacted: ReadonlySet<FieldClass>): SureOrNot =>
  redacted.has('identity') ? 'unknown' : languagesNeedInterpreter(knownChild(file).languages ?? []);

/** What is known of it without opening any words. */
export function outlineOf(
  it: Omit<AppointmentEntity, 'content' | 'id' | 'teamId' | 'version' | 'at' | 'byId' | 'keyId' | 'reason'>,
  { zone, needsInterpreter: needs, clashes }: ShownBy,
): AppointmentOutlineDto {
  const at = it.startsAt.getTime();
  return {
    ...{ id: it.appointmentId, kind: it.kind, state: it.state, minutes: it.minutes },
    day: isoDay(localDay(at, zone)),
    hour: it.isWholeDay ? null : localHour(at, zone),
    missing: missingOf(it, needs),
    clashes: once(clashes.filter(({ id }) => id === it.appointmentId)),
  };
}

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
    ...{ notes: said('notes'), outcome: said('outcome') },
    at: it.at.toISOString(),
    by: unlessRedacted(redacted, ['staff'], namedIn(names, it.byId)),
  };
}

/** Two appointments in the way are one thing to say; what is sure says more than what may be. */
const once = (clashes: readonly Clash[]): AppointmentOutlineDto['clashes'] =>
  [...Map.groupBy(clashes, ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    isSure: all.some(({ isSure }) => isSure),
  }));
