import { type AppointmentState, isJourney, needsThirdPerson } from '@repere/cases';
import { dayNumber, instantOf, localDay, startOfDay } from '@repere/feel';
import type { Refusal } from '../platform/refusals/refusal';
import { refused } from '../platform/refusals/refused';
import type { PlanAppointmentDto } from './appointments.dto';
import type { NewAppointment } from './appointments.repository';

/** TOOL: further away, it is a mistake in the year. */
const MOST_DAYS_AHEAD = 3 * 366;
const FIRST_DAY = dayNumber(2000, 1, 1);

/** What was sent as it is kept, by the clocks of the case's zone; throws a refusal that names the field. `now`: epoch ms. */
export function settleAppointment(
  sent: PlanAppointmentDto,
  { zone, now, state }: { readonly zone: string; readonly now: number; readonly state: AppointmentState },
): NewAppointment {
  const { kind, interpreter, told } = sent;
  const third = sent.third ?? (needsThirdPerson(kind) ? 'not-settled' : null);
  if (interpreter !== 'yes' && sent.interpreterFound !== undefined && sent.interpreterFound !== 'unknown')
    throw noInterpreterAsked();
  const thirdWords = third === 'named' || third === 'by-decision' ? sent.thirdWords : undefined;
  if (third !== null && third !== 'not-settled' && thirdWords === undefined) throw thirdUnsaid(third);
  return {
    ...{ kind, state, reason: null, interpreter, third, told },
    startsAt: new Date(startOf(sent, zone, now)),
    isWholeDay: sent.hour === undefined,
    minutes: sent.minutes ?? null,
    hasEscort: sent.escortId !== undefined || sent.escort !== undefined,
    escortId: sent.escortId ?? null,
    interpreterFound: interpreter === 'yes' ? (sent.interpreterFound ?? 'unknown') : 'unknown',
    content: {
      from: isJourney(kind) ? (sent.from ?? null) : null,
      ...{ place: sent.place ?? null, withWhom: sent.withWhom ?? null, escort: sent.escort ?? null },
      ...{ language: sent.language ?? null, third: thirdWords ?? null, notes: sent.notes ?? null },
      whyAgain: needsThirdPerson(kind) ? (sent.whyAgain ?? null) : null,
      outcome: null,
    },
  };
}

function startOf({ day, hour }: PlanAppointmentDto, zone: string, now: number): number {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const number = dayNumber(year, month, dayOfMonth);
  if (number < FIRST_DAY || number > localDay(now, zone) + MOST_DAYS_AHEAD)
    throw refused(
      'day-too-far',
      'Ce jour est trop loin : vérifiez l’année.',
      'This day is too far away: check the year.',
      'day',
    );
  if (hour === undefined) return startOfDay(number, zone);
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  const instant = instantOf(number, hours * 60 + minutes, zone);
  if (instant === null)
    throw refused(
      'no-such-hour',
      'Cette heure n’existe pas ce jour-là : on passe à l’heure d’été.',
      'There is no such hour that day: clocks go forward.',
      'hour',
    );
  return instant;
}

/** What was sent that would be dropped. Words that were hidden from who changes it go with what they belonged to. */
export function refuseDropped({ kind, from, third, thirdWords, whyAgain }: PlanAppointmentDto): void {
  if (from !== undefined && !isJourney(kind)) throw noJourney();
  if (whyAgain !== undefined && !needsThirdPerson(kind)) throw noHearing();
  const settled = third ?? (needsThirdPerson(kind) ? 'not-settled' : null);
  if (thirdWords !== undefined && settled !== 'named' && settled !== 'by-decision') throw noThirdSaid();
}

const noJourney = () =>
  refused(
    'no-journey',
    'Seuls un trajet ou une arrivée disent d’où ils partent.',
    'Only a journey or an arrival says where it begins.',
    'from',
  );

const noHearing = () =>
  refused(
    'no-hearing',
    'Seule une audition ou une confrontation dit pourquoi elle recommence.',
    'Only a hearing or a confrontation says why it is held again.',
    'whyAgain',
  );

const noThirdSaid = () =>
  refused(
    'third-not-said',
    'Dites d’abord si cette personne est désignée, ou ce que le magistrat a décidé ; ailleurs, notez-la dans les remarques.',
    'Say first whether this person is named, or what the magistrate decided; elsewhere, note them in the remarks.',
    'thirdWords',
  );

const noInterpreterAsked = () =>
  refused(
    'no-interpreter-asked',
    'Un interprète est trouvé là où il en faut un : dites d’abord qu’il en faut un.',
    'An interpreter is found where one is needed: say first that one is.',
    'interpreterFound',
  );

const thirdUnsaid = (third: 'named' | 'by-decision'): Refusal =>
  third === 'named'
    ? refused(
        'third-unnamed',
        'Dites qui sera aux côtés de l’enfant.',
        'Say who will be beside the child.',
        'thirdWords',
      )
    : refused(
        'decision-unsaid',
        'Dites la décision du magistrat : qui, quand, référence, motif.',
        'Say the magistrate’s decision: who, when, reference, reason.',
        'thirdWords',
      );
