import type { ProtocolDocument, ReasonList, SharedDocument } from '../documents/document';

type OwnLists = Pick<ProtocolDocument, 'reasons' | 'contradictions'>;

const NO_LIST: ReasonList = {};

/**
 * The closed list of this name as the steps of a protocol ask it: the protocol's own where it writes one, else the shared
 * one. Empty where there is none.
 */
export function reasonsIn(
  document: OwnLists | undefined,
  shared: Pick<SharedDocument, 'reasons'>,
  list: string | undefined,
): ReasonList {
  if (list === undefined) return NO_LIST;
  return own(document?.reasons, list) ?? own(shared.reasons, list) ?? NO_LIST;
}

/** Names of all lists that its steps may ask. */
export function reasonListNames(
  { reasons = {} }: OwnLists,
  shared: Pick<SharedDocument, 'reasons'>,
): readonly string[] {
  return [...new Set([...Object.keys(reasons), ...Object.keys(shared.reasons)])];
}

/**
 * List → code → what contradicts that reason in a protocol. What the shared list of the same name asks of a code holds for
 * the protocol's own list as well: writing a list anew may refuse more, never less.
 */
export function contradictionsIn(
  { reasons = {}, contradictions: written = {} }: OwnLists,
  { contradictions: shared = {} }: Pick<SharedDocument, 'contradictions'>,
): NonNullable<SharedDocument['contradictions']> {
  const ownLists = Object.entries(reasons).map(([list, codes]) => {
    const asked = { ...own(written, list), ...own(shared, list) };
    return [list, Object.fromEntries(Object.entries(asked).filter(([code]) => Object.hasOwn(codes, code)))];
  });
  return { ...shared, ...Object.fromEntries(ownLists) };
}

function own<T>(map: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return map && Object.hasOwn(map, name) ? map[name] : undefined;
}
