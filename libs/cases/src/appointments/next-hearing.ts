import { type AppointmentKind, type AppointmentState, isToCome, needsThirdPerson } from './closed-lists';

/** Hearings and confrontations of the case, as its list of them has it. */
export interface HeardBefore {
  readonly count: number;
  /** Somebody said that there were no others. */
  readonly isComplete: boolean;
}

/** S39: what a hearing that is to come would be. */
export interface NextHearing {
  readonly id: string;
  /** Which one it would be at least, from 1. */
  readonly nth: number;
  /** `unknown`: nobody said whether the child was heard before. */
  readonly isRepeat: 'yes' | 'no' | 'unknown';
}

interface PlannedHearing {
  readonly id: string;
  readonly kind: AppointmentKind;
  readonly state: AppointmentState;
  readonly startsAt: number;
}

/** Of each hearing or confrontation that is to come, in their order, whether it would be a repeat, which needs a justification. */
export function nextHearings(
  appointments: readonly PlannedHearing[],
  before: HeardBefore,
): readonly NextHearing[] {
  return appointments
    .filter(({ kind, state }) => needsThirdPerson(kind) && isToCome(state))
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .map(({ id }, at): NextHearing => {
      const nth = before.count + at + 1;
      return { id, nth, isRepeat: nth > 1 ? 'yes' : before.isComplete ? 'no' : 'unknown' };
    });
}
