import type { Told } from '../appointments/closed-lists';
import type { Attendance, ChildPart, ConferenceState } from './closed-lists';

/** What nobody has said yet of a conference. */
export const CONFERENCE_GAPS = [
  'child-told',
  'child-asked',
  'minutes',
  'attendance',
  'child-came',
  'child-words',
  'who-tells',
  'tell-by',
  'other-person',
] as const;
export type ConferenceGap = (typeof CONFERENCE_GAPS)[number];

/** A conference as far as this asks. */
export interface SaidOfConference {
  readonly state: ConferenceState;
  /** Whether its hour has passed. */
  readonly isOver: boolean;
  /** Whether the child was told of it. */
  readonly told: Told;
  /** Whether the child was asked what they want said there. */
  readonly asked: Told;
  readonly came: readonly Attendance[];
  readonly child: ChildPart;
  readonly hasChildWords: boolean;
  readonly hasTeller: boolean;
  readonly hasTellDay: boolean;
}

/** In the order in which they come. "No" is an answer to whether a child was told, and stays a gap: a child is told. */
export function gapsOfConference(it: SaidOfConference): readonly ConferenceGap[] {
  const hasMinutes = it.state !== 'prepared';
  const found: Readonly<Record<ConferenceGap, boolean>> = {
    'child-told': it.told !== 'yes',
    'child-asked': it.asked !== 'yes',
    minutes: !hasMinutes && it.isOver,
    attendance: hasMinutes && it.came.includes('unsaid'),
    'child-came': hasMinutes && it.child === 'unsaid',
    'child-words': hasMinutes && !it.hasChildWords,
    'who-tells': hasMinutes && !it.hasTeller,
    'tell-by': hasMinutes && !it.hasTellDay,
    'other-person': it.state === 'written',
  };
  return CONFERENCE_GAPS.filter((gap) => found[gap]);
}
