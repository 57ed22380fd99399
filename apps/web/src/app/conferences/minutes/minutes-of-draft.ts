import type { ConferencePage, MinutesDraft } from '@repere/contract';
import { NO_ACTION, NO_DECISION, NO_MINUTES, type TypedMinutes, typedMinutes } from './typed-minutes';

/**
 * Minutes from a draft, which the server keeps and never looks at: each part as far as it is one, else as it stands. Who came is told by
 * their place in the list of who is invited, so that it holds for the version alone that it was typed over.
 */
export function minutesOfDraft({ content, version }: MinutesDraft, page: ConferencePage): TypedMinutes {
  const stands = typedMinutes(page);
  if (!isRecord(content)) return stands;
  const kept = {
    ...stands,
    ...likeOnly(NO_MINUTES, content, ['members', 'outside', 'decisions', 'actions']),
  };
  const isSame = version === page.conference.version;
  return {
    ...kept,
    members: isSame ? rowsLike(content['members'], stands.members) : stands.members,
    outside: isSame ? rowsLike(content['outside'], stands.outside) : stands.outside,
    decisions: listOf(content['decisions'], NO_DECISION) ?? stands.decisions,
    actions: listOf(content['actions'], NO_ACTION) ?? stands.actions,
  };
}

type Plain = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of the same sort: text for text, a choice that may be none, a date by its parts. */
const isLike = (value: unknown, model: unknown): boolean => {
  if (model === null) return value === null || typeof value === 'string';
  if (isRecord(model))
    return isRecord(value) && Object.keys(model).every((key) => isLike(value[key], model[key]));
  return typeof value === typeof model || (typeof model === 'string' && value === null);
};

/** Those parts of what was kept that are like the form's own. */
function likeOnly<T extends object>(model: T, kept: Plain, but: readonly string[]): Partial<T> {
  return Object.fromEntries(
    Object.entries(model).flatMap(([key, value]: [string, unknown]) =>
      !but.includes(key) && key in kept && isLike(kept[key], value) ? [[key, kept[key]]] : [],
    ),
  ) as Partial<T>;
}

function listOf<T extends object>(value: unknown, model: T): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  return value.filter(isRecord).map((it) => ({ ...model, ...likeOnly(model, it, []) }));
}

/** One for each that is there, in its place. */
function rowsLike<T extends { readonly came: unknown }>(value: unknown, stands: readonly T[]): readonly T[] {
  const kept: readonly unknown[] = Array.isArray(value) ? value : [];
  return stands.map((it, at) => {
    const found = kept[at];
    return isRecord(found) && isLike(found['came'], '') ? { ...it, came: found['came'] as T['came'] } : it;
  });
}
