import { clashesOf } from '@repere/cases';
import type { FieldClass } from '@repere/protocol';
import type { LoadedCase } from '../reading/loaded-case';
import type { AppointmentOutlineDto } from './appointment-outline.dto';
import { isUntold, needsInterpreter, outlineOf, timedIn } from './outline-of';

/**
 * The appointment that is next, with what it lacks and what is in its way, as the calendar of the case shows it to this reader; `null`:
 * none is planned, or it stays untold.
 */
export function showNextAppointment(
  file: LoadedCase,
  redacted: ReadonlySet<FieldClass>,
  readerId: string,
): AppointmentOutlineDto | null {
  const next = file.row.nextAppointment;
  if (!next || isUntold(next.saidBy, redacted, readerId)) return null;
  const { zone } = file.territory;
  const timed = (next.around ?? []).map((it) => timedIn(zone, { ...it, startsAt: new Date(it.startsAt) }));
  const absences = (next.away ?? []).map(({ accountId, from, until }) => ({
    ...{ accountId, from: Date.parse(from), until: Date.parse(until) },
  }));
  return outlineOf(
    { ...next, startsAt: new Date(next.startsAt) },
    { zone, needsInterpreter: needsInterpreter(file, redacted), clashes: clashesOf(timed, absences) },
  );
}
