import type { FieldClass } from '@repere/access';
import {
  type Clash,
  languagesNeedInterpreter,
  missingOf,
  type SureOrNot,
  type TimedAppointment,
} from '@repere/cases';
import { isoDay, localDay, localHour, startOfDay } from '@repere/feel';
import { knownChild } from '../reading/known-child';
import type { LoadedCase } from '../reading/loaded-case';
import type { AppointmentOutlineDto } from './appointment-outline.dto';
import type { OutlinedAppointment } from './outlined-appointment';

/** By what an appointment is shown. */
export interface ShownBy {
  readonly zone: string;
  readonly needsInterpreter: SureOrNot;
  readonly clashes: readonly Clash[];
}

/**
 * Whether an appointment stays untold, by who said something of it. Its very hour says where a child will come: whoever may see neither
 * places nor people may be whom the child fears. What they said of one themselves they may read.
 */
export const isUntold = (
  saidBy: readonly string[],
  redacted: ReadonlySet<FieldClass>,
  readerId: string,
): boolean => redacted.has('places') && redacted.has('people') && !saidBy.includes(readerId);

/** Whether the child’s languages need an interpreter, to who may know them; else it is not known. */
export const needsInterpreter = (file: LoadedCase, redacted: ReadonlySet<FieldClass>): SureOrNot =>
  redacted.has('identity') ? 'unknown' : languagesNeedInterpreter(knownChild(file).languages ?? []);

/** What is known of it without opening any words. */
export function outlineOf(
  it: OutlinedAppointment,
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

/** As far as it can be in the way of another; its day ends by the clocks of this zone. */
export const timedIn = (
  zone: string,
  it: Omit<TimedAppointment, 'startsAt' | 'dayEndsAt'> & { readonly startsAt: Date },
): TimedAppointment => {
  const at = it.startsAt.getTime();
  return { ...it, startsAt: at, dayEndsAt: startOfDay(localDay(at, zone) + 1, zone) };
};

/** Two appointments in the way are one thing to say; what is sure says more than what may be. */
const once = (clashes: readonly Clash[]): AppointmentOutlineDto['clashes'] =>
  [...Map.groupBy(clashes, ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    isSure: all.some(({ isSure }) => isSure),
  }));
