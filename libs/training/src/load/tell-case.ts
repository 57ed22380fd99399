import {
  commandOf,
  type JournalEntry,
  type ProtocolSet,
  Scenario,
  scenarioTime,
  viewCase,
} from '@repere/case-engine';
import { addMonths, isoDay, localDay, type Territory, TooMuchWorkError } from '@repere/feel';
import { type Example, type ExampleValue, type FactRole, factsByRole } from '@repere/protocol';
import type { LoadStory } from './load-story';
import type { PlannedCase } from './plan-load';
import { dayWritten, shiftDates } from './shift-dates';

/** A fictional case as the engine told it. */
export interface ToldCase {
  /** EDTF. */
  readonly birth?: string;
  readonly gender: string;
  readonly journal: readonly JournalEntry[];
  /** How many acts the engine took. */
  readonly acts: number;
}

/** Where and when a load is told. */
export interface LoadSurroundings {
  readonly set: ProtocolSet;
  readonly territory: Territory;
  /** The space’s clock, epoch ms. */
  readonly now: number;
  /** What the case says of itself: that it is one of a load. */
  readonly note: string;
}

/**
 * The story as far as the plan says, moved so that its last act is some days ago; what time alone brought about since is told as well.
 * What the engine does not take ends it there; so does what would call somebody an adult. The same plan always comes to the same case.
 */
export function tellCase(
  { example }: LoadStory,
  planned: PlannedCase,
  { set, territory, now, note }: LoadSurroundings,
): ToldCase {
  const lines = (example.do ?? []).slice(0, planned.acts);
  const [first, last] = [lines[0]?.at ?? '', lines.at(-1)?.at ?? ''];
  const today = localDay(now, territory.zone);
  const days = daysLater(today - 1 - (dayWritten(last) ?? today), planned);
  const { birth, gender, given } = childOf(example, planned, set, { today, days });
  const shifted = shiftDates(lines, days);
  const scenario = new Scenario(
    set,
    { ...example, given, do: shifted, story: { fr: note }, territory: territory.code },
    territory,
    momentOf(shiftDates(first, days), territory),
  );
  let acts = 0;
  let told = scenario.journal.length;
  let played: Played = 'done';
  for (const line of shifted) {
    played = unspoilt(scenario, () => playLine(scenario, line, territory));
    if (played !== 'done') break;
    acts++;
    told = scenario.journal.length;
  }
  if (played !== 'spoilt' && unspoilt(scenario, () => letTimeRun(scenario, now)) === 'done')
    told = scenario.journal.length;
  return { ...(birth !== undefined && { birth }), gender, journal: scenario.journal.slice(0, told), acts };
}

/** Days of the week stay, so that visits are made on working days; but for what was done just now. */
function daysLater(yesterday: number, { quietDays }: PlannedCase): number {
  const later = yesterday - quietDays;
  return quietDays < 7 ? later : Math.floor(later / 7) * 7;
}

/** `refused`: the engine did not take it, and what time brought about until then stands; `spoilt`: nothing of it may stand. */
type Played = 'done' | 'refused' | 'spoilt';

/** The same, unless it was too much work or somebody is an adult by it. */
function unspoilt(scenario: Scenario, play: () => Played): Played {
  try {
    const played = play();
    return viewCase(scenario.state).runs.some(({ outcome }) => outcome?.age === 'adult') ? 'spoilt' : played;
  } catch (error) {
    if (error instanceof TooMuchWorkError) return 'spoilt';
    throw error;
  }
}

function playLine(
  scenario: Scenario,
  line: NonNullable<Example['do']>[number],
  territory: Territory,
): Played {
  const at = momentOf(line.at ?? '', territory);
  if (at < scenario.now) return 'refused';
  scenario.advance(at);
  const asked = commandOf(scenario, line);
  if (typeof asked === 'string') return 'refused';
  const decision = scenario.decide(asked.command, asked.actor);
  if (!decision.ok) return 'refused';
  scenario.apply(decision.entries);
  return 'done';
}

function letTimeRun(scenario: Scenario, now: number): Played {
  scenario.advance(now);
  return 'done';
}

/** What the story says of the child goes before what was drawn; a story that asks for the birth itself learns it there. */
function childOf(
  { given = {}, do: lines = [] }: Example,
  planned: PlannedCase,
  set: ProtocolSet,
  { today, days }: { readonly today: number; readonly days: number },
) {
  const roles = factsByRole(set.shared);
  const idOf = (role: FactRole): string => roles.get(role)?.fact ?? '';
  const shifted = shiftDates(given, days);
  const born = typeof shifted[idOf('birth')] === 'string' ? String(shifted[idOf('birth')]) : undefined;
  const isAskedLater = lines.some(({ set: values = {} }) => idOf('birth') in values);
  const drawn = isAskedLater ? undefined : birthOf(planned, today);
  const sex = shifted[idOf('sex')];
  const gender = typeof sex === 'string' ? sex : planned.gender;
  const birth = born ?? drawn;
  const added: Record<string, ExampleValue> = {};
  if (drawn !== undefined && given[idOf('birth')] === undefined && idOf('birth') !== '')
    added[idOf('birth')] = drawn;
  if (sex === undefined && gender !== 'unknown' && idOf('sex') !== '') added[idOf('sex')] = gender;
  return { birth, gender, given: { ...shifted, ...added } };
}

/** EDTF; nothing where no paper says it. */
function birthOf({ ageInMonths, birth }: PlannedCase, today: number): string | undefined {
  const month = isoDay(addMonths(today, -ageInMonths, 'last-day')).slice(0, '2010-05'.length);
  switch (birth) {
    case 'month':
      return month;
    case 'about':
      return `${month.slice(0, '2010'.length)}~`;
    case 'not-known':
      return undefined;
  }
}

/** Throws on what is no time: stories are made of lines that have one. */
function momentOf(told: string, territory: Territory): number {
  const time = scenarioTime(told, territory.zone);
  if (typeof time === 'string') throw new RangeError(time);
  return time.from;
}
