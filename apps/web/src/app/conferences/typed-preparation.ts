import { isRedacted, type Shown } from '@repere/cases';
import type { ConferencePage, PlanConference, PrepareConference } from '@repere/contract';
import { NO_DATE } from '@repere/ui/date';
import { hourOf } from '../appointments/typed-appointment';
import { wholeDay } from '../platform/form/whole-day';

type Preparation = Omit<PrepareConference, 'version'>;
export type Point = Preparation['points'][number];

/** Nothing typed yet: what nobody said of the child is not yet done. */
export const NO_PREPARATION = {
  ...{ day: NO_DATE, hour: '', minutes: '', place: '', purpose: '' },
  memberIds: [] as readonly string[],
  /** One a line: the name, a comma, what they do. */
  outside: '',
  /** Of what is proposed, by its place. */
  kept: [] as readonly string[],
  /** One a line. */
  own: '',
  told: 'not-yet' as Preparation['told'] | null,
  asked: 'not-yet' as Preparation['asked'] | null,
  childWords: '',
};
export type TypedPreparation = typeof NO_PREPARATION;

/** What stands, to be changed; points that stand are kept among those that are proposed. */
export function typedPreparation(
  { conference, appointment }: ConferencePage,
  points: readonly Point[],
): Partial<TypedPreparation> {
  const standing = seen(conference.points) ?? [];
  const isOffered = (point: Point) => points.some((it) => it.text === point.text);
  return {
    ...{ purpose: seen(conference.purpose) ?? '', told: appointment.told, asked: conference.asked },
    memberIds: (seen(conference.members) ?? []).map(({ id }) => id),
    outside: (seen(conference.outside) ?? []).map(({ name, role }) => `${name}, ${role}`).join('\n'),
    kept: points.flatMap(({ text }, at) => (standing.some((it) => it.text === text) ? [String(at)] : [])),
    own: standing
      .filter((it) => !isOffered(it))
      .map(({ text }) => text)
      .join('\n'),
    childWords: seen(conference.childWords) ?? '',
  };
}

/** As it is sent; `null` while something is missing. */
export function readPreparation(typed: TypedPreparation, proposed: readonly Point[]): Preparation | null {
  const { told, asked, purpose, memberIds, kept, childWords } = typed;
  if (!told || !asked || !purpose.trim()) return null;
  const own = linesOf(typed.own).map((text): Point => ({ ground: 'own', text }));
  const words = childWords.trim();
  return {
    ...{ purpose: purpose.trim(), memberIds, told, asked },
    outside: linesOf(typed.outside).flatMap((line) => guestOf(line) ?? []),
    points: [...proposed.filter((_, at) => kept.includes(String(at))), ...own],
    ...(words && { childWords: words }),
  };
}

/** When and where, as it is sent; `null` without a day. */
export function readTime({ day, hour, minutes, place }: TypedPreparation): PlanConference['when'] | null {
  const whole = wholeDay(day);
  if (whole === null) return null;
  const read = hour.trim() ? hourOf(hour) : null;
  return {
    day: whole,
    ...(read !== null && { hour: read }),
    ...(minutes.trim() && { minutes: Number(minutes) }),
    ...(place.trim() && { place: place.trim() }),
  };
}

export const linesOf = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** `Mme Roux, principale`: the name, and what they do; `null` where one is missing. */
export function guestOf(line: string): { readonly name: string; readonly role: string } | null {
  const at = line.indexOf(',');
  const [name, role] = at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  return name && role ? { name, role } : null;
}

const seen = <T>(value: Shown<T> | null): T | null => (value === null || isRedacted(value) ? null : value);
