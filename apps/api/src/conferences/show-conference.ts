import type { FieldClass } from '@repere/access';
import type { Shown, Told } from '@repere/cases';
import { isoDay, localDay } from '@repere/feel';
import { unlessRedacted } from '../cases/disclosure/redacted-classes';
import { namedIn, type Names } from '../cases/reading/account-names';
import type { ActionDto, ConferenceDto } from './conferences.dto';
import type { KeptAction } from './actions/conference-actions.repository';
import type { SaidConference } from './conferences.repository';
import type { ConferenceWords } from './entities/case-conference.entity';

/** What people write freely may name anybody, and where they are. */
const WORDS: readonly FieldClass[] = ['narrative', 'identity', 'people', 'contact', 'places'];
/** The child's own as well: a child says who they are and where they sleep. */
const CHILD_WORDS: readonly FieldClass[] = ['opinion', ...WORDS];
/** A function names the shelter. */
const OUTSIDE: readonly FieldClass[] = ['people', 'staff', 'contact', 'places'];
const STAFF: readonly FieldClass[] = ['staff'];

/** Whoever is not shown a part of it would write over what they do not see. */
export const seesAllOfIt = (redacted: ReadonlySet<FieldClass>): boolean =>
  [WORDS, CHILD_WORDS, OUTSIDE].flat().every((it) => !redacted.has(it));

export interface ConferenceReader {
  readonly names: Names;
  readonly redacted: ReadonlySet<FieldClass>;
}

/** Nothing said yet: what nobody said is not known, and never no. */
export const NOTHING_SAID: ConferenceWords = {
  ...{ purpose: '', outside: [], came: {}, points: [] },
  child: { asked: 'not-yet', came: 'unsaid', whyNot: null, words: null, teller: null, tellBy: null },
  ...{ decisions: [], summary: null, correction: null, sentBack: null },
};

/** Accounts that it names. */
export const accountsOf = ({ memberIds, byId, content }: SaidConference): readonly string[] => [
  ...memberIds,
  byId,
  ...content.decisions.flatMap(({ leadId }) => leadId ?? []),
];

export function showConference(
  it: SaidConference | null,
  { names, redacted }: ConferenceReader,
): ConferenceDto {
  const shown = <T>(value: T, classes = WORDS): Shown<T> => unlessRedacted(redacted, classes, value);
  const orNone = (value: string | null, classes = WORDS): Shown<string> | null =>
    value === null ? null : shown(value, classes);
  const { child, ...said } = it?.content ?? NOTHING_SAID;
  const members = (it?.memberIds ?? []).map((id) => ({
    ...namedIn(names, id),
    came: said.came[id] ?? ('unsaid' as const),
  }));
  return {
    ...{ version: it?.version ?? 0, state: it?.state ?? 'prepared' },
    ...{ purpose: shown(said.purpose), members: shown(members, STAFF) },
    ...{ outside: shown(said.outside, OUTSIDE), points: shown(said.points) },
    ...{ asked: child.asked, childCame: child.came, childWhyNot: orNone(child.whyNot) },
    childWords: orNone(child.words, CHILD_WORDS),
    ...{ teller: orNone(child.teller, OUTSIDE), tellBy: child.tellBy },
    decisions: said.decisions.map(({ kind, what, why, leadId }) => ({
      ...{ kind, what: orNone(what), why: shown(why) },
      lead: leadId === null ? null : shown(namedIn(names, leadId), STAFF),
    })),
    ...{
      summary: orNone(said.summary),
      correction: orNone(said.correction),
      sentBack: orNone(said.sentBack),
    },
    ...{ at: it?.at.toISOString() ?? null, by: it ? shown(namedIn(names, it.byId), STAFF) : null },
  };
}

export const showAction = (
  { actionId, version, state, ownerId, dueAt, content, passed }: KeptAction,
  { names, redacted }: ConferenceReader,
  { zone, now }: { readonly zone: string; readonly now: number },
): Omit<ActionDto, 'mayPass'> => ({
  ...{ id: actionId, version, state },
  what: unlessRedacted(redacted, WORDS, content.what),
  owner: unlessRedacted(redacted, STAFF, namedIn(names, ownerId)),
  day: isoDay(localDay(dueAt.getTime() - 1, zone)),
  isLate: state === 'open' && dueAt.getTime() <= now,
  outcome: content.outcome === null ? null : unlessRedacted(redacted, WORDS, content.outcome),
  passed: passed.map(({ fromId, toId, byId, at, why }) => ({
    ...{ from: unlessRedacted(redacted, STAFF, namedIn(names, fromId)), at: at.toISOString() },
    ...{
      to: unlessRedacted(redacted, STAFF, namedIn(names, toId)),
      why: unlessRedacted(redacted, WORDS, why),
    },
    by: unlessRedacted(redacted, STAFF, namedIn(names, byId)),
  })),
});

/** As far as what is missing of it asks. */
export const saidOf = (it: SaidConference | null, told: Told, isOver: boolean) => {
  const { child, came, outside } = it?.content ?? NOTHING_SAID;
  return {
    ...{ state: it?.state ?? ('prepared' as const), isOver, told, asked: child.asked, child: child.came },
    came: [
      ...(it?.memberIds ?? []).map((id) => came[id] ?? ('unsaid' as const)),
      ...outside.map((guest) => guest.came),
    ],
    ...{
      hasChildWords: child.words !== null,
      hasTeller: child.teller !== null,
      hasTellDay: child.tellBy !== null,
    },
  };
};
