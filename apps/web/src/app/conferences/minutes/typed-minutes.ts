import { isChildAway, isRedacted, type Shown } from '@repere/cases';
import type { ConferencePage, WriteMinutes } from '@repere/contract';
import { NO_DATE, typeDate } from '@repere/ui/date';
import { wholeDay } from '../../platform/form/whole-day';

type Came = WriteMinutes['outside'][number];

export const NO_DECISION = {
  kind: 'measure' as WriteMinutes['decisions'][number]['kind'] | null,
  ...{ what: '', why: '' },
  leadId: null as string | null,
};
export const NO_ACTION = { what: '', ownerId: null as string | null, day: NO_DATE };

/** Nothing typed yet: what nobody said is unsaid. */
export const NO_MINUTES = {
  members: [] as readonly { readonly came: Came | null }[],
  outside: [] as readonly { readonly came: Came | null }[],
  told: 'not-yet' as WriteMinutes['told'] | null,
  asked: 'not-yet' as WriteMinutes['asked'] | null,
  childCame: 'unsaid' as WriteMinutes['childCame'] | null,
  ...{ childWhyNot: '', childWords: '', teller: '', tellBy: NO_DATE },
  decisions: [] as readonly (typeof NO_DECISION)[],
  actions: [] as readonly (typeof NO_ACTION)[],
  ...{ summary: '', correction: '' },
};
export type TypedMinutes = typeof NO_MINUTES;

/** What stands, to be written or corrected. */
export const typedMinutes = ({ conference, appointment }: ConferencePage): TypedMinutes => ({
  members: (seen(conference.members) ?? []).map(({ came }) => ({ came })),
  outside: (seen(conference.outside) ?? []).map(({ came }) => ({ came })),
  ...{ told: appointment.told, asked: conference.asked, childCame: conference.childCame },
  ...{ childWhyNot: seen(conference.childWhyNot) ?? '', childWords: seen(conference.childWords) ?? '' },
  ...{
    teller: seen(conference.teller) ?? '',
    tellBy: conference.tellBy ? typeDate(conference.tellBy) : NO_DATE,
  },
  decisions: conference.decisions.map(({ kind, what, why, lead }) => ({
    ...{ kind, what: seen(what) ?? '', why: seen(why) ?? '', leadId: seen(lead)?.id ?? null },
  })),
  actions: [],
  ...{ summary: seen(conference.summary) ?? '', correction: '' },
});

/** As they are sent; `null` while something is missing. */
export function readMinutes(typed: TypedMinutes, { conference }: ConferencePage): WriteMinutes | null {
  const { told, asked, childCame } = typed;
  if (!told || !asked || !childCame) return null;
  const tellBy = wholeDay(typed.tellBy);
  const decisions = typed.decisions.flatMap(({ kind, what, why, leadId }) =>
    kind === null
      ? []
      : [
          {
            ...{ kind, why: why.trim() },
            ...(what.trim() && { what: what.trim() }),
            ...(kind === 'hand-over' && leadId !== null && { leadId }),
          },
        ],
  );
  const actions = typed.actions.flatMap(({ what, ownerId, day }) => {
    const whole = wholeDay(day);
    return ownerId === null || whole === null ? [] : [{ what: what.trim(), ownerId, day: whole }];
  });
  return {
    version: conference.version,
    members: (seen(conference.members) ?? []).map(({ id }, at) => ({
      ...{ accountId: id, came: typed.members[at]?.came ?? 'unsaid' },
    })),
    outside: typed.outside.map(({ came }) => came ?? 'unsaid'),
    ...{ told, asked, childCame, decisions, actions },
    ...(isChildAway(childCame) && words({ childWhyNot: typed.childWhyNot })),
    ...words({ childWords: typed.childWords, teller: typed.teller, summary: typed.summary }),
    ...(tellBy !== null && { tellBy }),
    ...words({ correction: typed.correction }),
  };
}

const seen = <T>(value: Shown<T> | null): T | null => (value === null || isRedacted(value) ? null : value);

/** Those that say something. */
const words = <K extends string>(typed: Readonly<Record<K, string>>): Partial<Record<K, string>> =>
  Object.fromEntries(
    Object.entries<string>(typed).flatMap(([key, text]) => (text.trim() ? [[key, text.trim()]] : [])),
  ) as Partial<Record<K, string>>;
