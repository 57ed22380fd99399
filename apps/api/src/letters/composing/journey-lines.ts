import { isJourney, isToCome, missingOf, type SureOrNot, type Told } from '@repere/cases';
import { localDay, startOfDay } from '@repere/feel';
import type { FieldClass, JourneyPart } from '@repere/protocol';
import { CLASSES_OF_WORDS, KIND_WORDS, PART_WORDS } from '../../appointments/show-appointment';
import type { SaidAppointment } from '../../appointments/appointments.repository';
import type { AppointmentWords } from '../../appointments/entities/appointment.entity';
import { day, moment } from '../../platform/answers/show-moment';
import { mostClosed } from './fact-lines';
import { type LetterLine, NOT_KNOWN, NOT_REPEATED, titled } from './letter-line';

/** What the calendar has of one part. */
interface OfJourney {
  /** What is known, to stand there or to be chosen. */
  readonly lines: readonly LetterLine[];
  /** What is missing, or there and not repeated, in words. */
  readonly named: readonly string[];
}

export type JourneyLines = Readonly<Record<JourneyPart, OfJourney>>;

export interface Calendar {
  /** Those that the reader may know of, the first first. */
  readonly appointments: readonly SaidAppointment[];
  /** Others are not told to this reader. */
  readonly hasHidden: boolean;
  readonly escortNames: ReadonlyMap<string, string>;
  readonly needsInterpreter: SureOrNot;
  readonly redacted: ReadonlySet<FieldClass>;
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The next journey of the calendar, from today on: when, and what is settled, stand there by themselves; where from, where to and who goes
 * along are chosen word by word; what nobody settled is named. Journeys after it are offered, each in one line.
 */
export function journeyLines(calendar: Calendar): JourneyLines {
  const { appointments, zone, now } = calendar;
  const today = startOfDay(localDay(now, zone), zone);
  const [next, ...others] = appointments.filter(
    ({ kind, state, startsAt }) => isJourney(kind) && isToCome(state) && startsAt.getTime() >= today,
  );
  if (!next) return withoutJourney(calendar.hasHidden ? NOT_REPEATED : NOT_KNOWN);
  const missing = missingOf(next, calendar.needsInterpreter);
  const words = (part: keyof typeof TITLES): OfJourney => wordsOf(calendar, next, part);
  const escort = words('escort');
  const language = words('language').lines;
  const account = next.escortId === null ? undefined : calendar.escortNames.get(next.escortId);
  const seesAccount = account !== undefined && !calendar.redacted.has('staff');
  return {
    when: {
      lines: [
        open(next, 'when', titled(KIND_WORDS[next.kind].fr, timeOf(next, zone))),
        ...others.map((it) => ofLater(calendar, it)),
      ],
      named: next.isWholeDay ? [titled('Heure', NOT_KNOWN)] : [],
    },
    from: words('from'),
    place: words('place'),
    'with-whom': words('withWhom'),
    escort: {
      lines: [
        ...escort.lines,
        ...(seesAccount
          ? [
              {
                ...closed(next, 'escort-account', 'staff', titled(TITLES.escort, account)),
                instead: ESCORT_THERE,
              },
            ]
          : []),
      ],
      named: [next.hasEscort ? ESCORT_THERE : titled(TITLES.escort, NOT_KNOWN)],
    },
    interpreter: missing.includes('interpreter')
      ? { lines: language, named: [titled(INTERPRETER, NOT_KNOWN)] }
      : {
          lines: [open(next, 'interpreter', titled(INTERPRETER, interpreterOf(next))), ...language],
          named: [],
        },
    'beside-child': next.third === null ? NOTHING : words('third'),
    'child-told': {
      lines: [open(next, 'child-told', titled(CHILD_TOLD, TOLD_WORDS[next.told]))],
      named: [],
    },
  };
}

/** What parts of an appointment are called on the sheet: of a journey its place is the end. */
const TITLES = {
  ...{ from: 'Départ', place: 'Arrivée', language: 'Langue de l’interprète' },
  withWhom: PART_WORDS.withWhom.fr,
  escort: PART_WORDS.escort.fr,
  third: PART_WORDS.third.fr,
} as const satisfies Partial<Readonly<Record<keyof AppointmentWords, string>>>;
const ESCORT_THERE = titled(TITLES.escort, NOT_REPEATED);
const INTERPRETER = 'Interprète';
const CHILD_TOLD = 'L’enfant le sait';
const NOTHING: OfJourney = { lines: [], named: [] };

const TOLD_WORDS: Readonly<Record<Told, string>> = { yes: 'oui', no: 'non', 'not-yet': 'pas encore' };

const interpreterOf = ({ interpreter, interpreterFound }: SaidAppointment): string => {
  if (interpreter === 'no') return 'pas besoin';
  return interpreterFound === 'yes' ? 'il en faut un, trouvé' : 'il en faut un, pas encore trouvé';
};

function withoutJourney(said: string): JourneyLines {
  const named = (title: string): OfJourney => ({ lines: [], named: [titled(title, said)] });
  return {
    when: named(KIND_WORDS.transport.fr),
    from: named(TITLES.from),
    place: named(TITLES.place),
    'with-whom': named(TITLES.withWhom),
    escort: named(TITLES.escort),
    interpreter: named(INTERPRETER),
    'beside-child': NOTHING,
    'child-told': named(CHILD_TOLD),
  };
}

/** Somebody's own words, each to be chosen; that they are there is said until then. */
function wordsOf({ redacted }: Calendar, it: SaidAppointment, part: keyof typeof TITLES): OfJourney {
  const title = TITLES[part];
  const said = it.content[part];
  if (said === null) return { lines: [], named: [titled(title, NOT_KNOWN)] };
  const [first, ...others] = CLASSES_OF_WORDS[part];
  const isClosed = !first || [first, ...others].some((fieldClass) => redacted.has(fieldClass));
  const instead = titled(title, NOT_REPEATED);
  return {
    lines: isClosed
      ? []
      : [{ ...closed(it, part, mostClosed([first, ...others]), titled(title, said)), instead }],
    named: [instead],
  };
}

/** A journey after the next one. */
function ofLater(calendar: Calendar, it: SaidAppointment): LetterLine {
  const words = (['from', 'place', 'withWhom', 'escort'] as const).flatMap(
    (part) => wordsOf(calendar, it, part).lines,
  );
  return closed(
    it,
    'whole',
    words.reduce<FieldClass>((most, { fieldClass }) => mostClosed([most, fieldClass]), 'situation'),
    [titled(KIND_WORDS[it.kind].fr, timeOf(it, calendar.zone)), ...words.map(({ text }) => text)].join(' · '),
  );
}

function timeOf({ startsAt, isWholeDay, minutes }: SaidAppointment, zone: string): string {
  const at = startsAt.getTime();
  const when = isWholeDay ? day(at, zone, 'fr') : moment(at, zone, 'fr');
  return minutes === null ? when : `${when}, ${String(minutes)} min`;
}

const idOf = ({ appointmentId }: SaidAppointment, part: string): string => `journey/${appointmentId}/${part}`;

const open = (it: SaidAppointment, part: JourneyPart, text: string): LetterLine => ({
  ...{ id: idOf(it, part), fieldClass: 'situation', text, isOpen: true },
});

const closed = (it: SaidAppointment, part: string, fieldClass: FieldClass, text: string): LetterLine => ({
  ...{ id: idOf(it, part), fieldClass, text, isOpen: false },
});
