import type { ReasonList, SharedDocument } from '../documents/document';
import type { Translation } from '../translation/translation';
import { mapValues } from '../yaml/map-values';
import type { ReasonYaml } from '../yaml/yaml-shapes';

type ReasonLists = Readonly<Record<string, Readonly<Record<string, ReasonYaml>>>>;

/** Closed lists of reasons with their words in both languages. */
export function readReasons(lists: ReasonLists, words: Translation): Readonly<Record<string, ReasonList>> {
  return mapValues(lists, (list, id) =>
    mapValues(list, (said, code) =>
      isGuarded(said)
        ? words.text(said.label, ['reasons', id, code, 'label'], ['reasons', id, code])
        : words.text(said, ['reasons', id, code], ['reasons', id, code]),
    ),
  );
}

/** List → code → what contradicts it, of those that say so. */
export function readContradictions(lists: ReasonLists): NonNullable<SharedDocument['contradictions']> {
  return mapValues(lists, (list) =>
    Object.fromEntries(
      Object.entries(list).flatMap(([code, said]) =>
        isGuarded(said) ? [[code, said.contradictedBy] as const] : [],
      ),
    ),
  );
}

const isGuarded = (said: ReasonYaml): said is Exclude<ReasonYaml, { fr: string } | string> =>
  typeof said === 'object' && 'label' in said;
