import { type HeardBefore, needsThirdPerson, nextHearings } from '@repere/cases';
import type { LoadedCase } from '../cases/reading/loaded-case';
import type { HearingsDto } from './appointments.dto';
import type { NewAppointment, SaidAppointment } from './appointments.repository';

/** S39. How often the child was heard, and what each hearing to come would be. */
export function hearingsOf(file: LoadedCase, appointments: readonly SaidAppointment[]): HearingsDto {
  const before = heardBefore(file, appointments);
  const justified = new Set(
    appointments.filter(({ content }) => content.whyAgain !== null).map((it) => it.appointmentId),
  );
  const next = nextHearings(
    appointments.map((it) => plannedHearing(it, it.appointmentId)),
    before,
  );
  return { ...before, next: next.map((it) => ({ ...it, isJustified: justified.has(it.id) })) };
}

/** Whether a hearing that is said now, beside these, would be a repeat for certain. */
export function isRepeat(
  file: LoadedCase,
  others: readonly SaidAppointment[],
  said: NewAppointment,
): boolean {
  const planned = [
    ...others.map((it) => plannedHearing(it, it.appointmentId)),
    plannedHearing(said, SAID_NOW),
  ];
  const found = nextHearings(planned, heardBefore(file, others)).find(({ id }) => id === SAID_NOW);
  return found?.isRepeat === 'yes';
}

/** What is said now has no id yet. */
const SAID_NOW = '';

/**
 * What the case's list says. A hearing that took place by the calendar may not stand there yet: there were as many at least, and the list
 * is not taken for whole.
 */
function heardBefore(file: LoadedCase, appointments: readonly SaidAppointment[]): HeardBefore {
  const known = file.findKnown('heard-before');
  const held = appointments.filter(({ kind, state }) => needsThirdPerson(kind) && state === 'held').length;
  return {
    count: Math.max(known?.rows?.length ?? 0, held),
    isComplete: known?.isClosed === true && held === 0,
  };
}

const plannedHearing = ({ kind, state, startsAt }: NewAppointment, id: string) => ({
  ...{ id, kind, state },
  startsAt: startsAt.getTime(),
});
