import { type AppointmentState, isToCome, type SureOrNot } from './closed-lists';

/** How long one lasts of which nobody said it, minutes. TOOL: an estimate, so that two at one hour are seen. */
export const USUAL_MINUTES = 60;
const MINUTE = 60_000;

/** An appointment as far as it can be in the way of another. */
export interface TimedAppointment {
  readonly id: string;
  /** One case is one child. */
  readonly caseFileId: string;
  readonly state: AppointmentState;
  /** Epoch ms; of a day without an hour, its first moment. */
  readonly startsAt: number;
  /** Epoch ms: the first moment of the day after, there. */
  readonly dayEndsAt: number;
  readonly isWholeDay: boolean;
  readonly minutes: number | null;
  readonly escortId: string | null;
  /** Whether who reads goes there: named to go along or invited, `yes`; `unknown` where they lead and nobody is named; left out: not looked at. */
  readonly readerGoes?: SureOrNot;
}

/**
 * `child`: they are somewhere else then. `escort`: who goes with them is. `reader`: who reads is expected at both, and is not sure to be
 * where nobody is named to go along with a child whom they lead. `away`: who goes with them is away that day.
 */
export const CLASHES = ['child', 'escort', 'reader', 'away'] as const;
export type ClashKind = (typeof CLASHES)[number];

export interface Clash {
  readonly id: string;
  /** The other appointment; `null`: none, somebody is away. */
  readonly withId: string | null;
  readonly kind: ClashKind;
  /** `false`: of one of them the hour is not known, so it may be. */
  readonly isSure: boolean;
}

/** From when until when somebody is away, epoch ms. */
export interface Absence {
  readonly accountId: string;
  readonly from: number;
  readonly until: number;
}

/** What is in the way of what, both ways round. What is over or was cancelled is in nobody's way. */
export function clashesOf(
  appointments: readonly TimedAppointment[],
  absences: readonly Absence[] = [],
): readonly Clash[] {
  const toCome = appointments
    .filter(({ state }) => isToCome(state))
    .toSorted((a, b) => a.startsAt - b.startsAt || compare(a.id, b.id));
  return toCome.flatMap((it, at) => [
    ...absences.filter((absence) => isAwayAt(it, absence)).map(() => away(it)),
    ...overlapping(toCome, at).flatMap((other) => {
      const kind = kindOf(it, other);
      if (kind === null) return [];
      const isSupposed = kind === 'reader' && (it.readerGoes !== 'yes' || other.readerGoes !== 'yes');
      const isSure = !it.isWholeDay && !other.isWholeDay && !isSupposed;
      return [
        { id: it.id, withId: other.id, kind, isSure },
        { id: other.id, withId: it.id, kind, isSure },
      ];
    }),
  ]);
}

/** Those that begin after this one in the order, and before it ends. */
function overlapping(inOrder: readonly TimedAppointment[], at: number): readonly TimedAppointment[] {
  const [it, ...later] = inOrder.slice(at);
  if (!it) return [];
  const end = endOf(it);
  const found: TimedAppointment[] = [];
  for (const other of later) {
    if (other.startsAt >= end) break;
    found.push(other);
  }
  return found;
}

const endOf = ({ startsAt, dayEndsAt, isWholeDay, minutes }: TimedAppointment): number =>
  isWholeDay ? dayEndsAt : startsAt + (minutes ?? USUAL_MINUTES) * MINUTE;

function kindOf(a: TimedAppointment, b: TimedAppointment): Exclude<ClashKind, 'away'> | null {
  if (a.caseFileId === b.caseFileId) return 'child';
  if (a.escortId !== null && a.escortId === b.escortId) return 'escort';
  return mayGo(a) && mayGo(b) ? 'reader' : null;
}

const mayGo = ({ readerGoes = 'no' }: TimedAppointment): boolean => readerGoes !== 'no';

const isAwayAt = (it: TimedAppointment, { accountId, from, until }: Absence): boolean =>
  it.escortId === accountId && from < endOf(it) && until > it.startsAt;

const away = ({ id, isWholeDay }: TimedAppointment): Clash => ({
  ...{ id, withId: null, kind: 'away', isSure: !isWholeDay },
});

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
