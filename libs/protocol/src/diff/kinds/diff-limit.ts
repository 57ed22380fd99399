import type { Limit } from '../../documents/document';
import { describeChange, presence, wordsChanged } from '../change';
import type { VersionChange } from '../version-diff';
import { quoted, same } from '../names';
import { compareParts, isSame, type Parts, type Versions } from '../parts';

/** Numbers that conditions compare with. Which way protects is what a département may do with it: only tighten. */
export function diffLimits(
  before: Readonly<Record<string, Limit>>,
  after: Readonly<Record<string, Limit>>,
  versions: Versions,
): readonly VersionChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((id) => {
    const [was, is] = [before[id], after[id]];
    if (isSame(was, is)) return [];
    if (was && is) return compareParts(partsOf(id), was, is, versions);
    const how = presence(was, is);
    const { fr, en } = is ? { fr: 'ajoutée', en: 'added' } : { fr: 'retirée', en: 'removed' };
    return [
      describeChange(
        { what: 'limit', how, id, effect: 'to-review' },
        `Limite « ${id} » ${fr}.`,
        `Limit "${id}" ${en}.`,
        {
          before: was && String(was.value),
          after: is && String(is.value),
        },
      ),
    ];
  });
}

function partsOf(id: string): Parts<Limit> {
  const title = quoted(same(id));
  const toReview =
    (fr: string, en: string, of: (limit: Limit) => string | undefined) => (was: Limit, is: Limit) => [
      describeChange(
        { what: 'limit', how: 'changed', id, effect: 'to-review' },
        `Limite ${title.fr} : ${fr}.`,
        `Limit ${title.en}: ${en}.`,
        {
          before: of(was),
          after: of(is),
        },
      ),
    ];
  return {
    value: (was, is) => [
      describeChange(
        { what: 'limit', how: 'changed', id, effect: effectOfValue(was, is) },
        `Limite ${title.fr} : ${was.value} → ${is.value}.`,
        `Limit ${title.en}: ${was.value} → ${is.value}.`,
        { before: String(was.value), after: String(is.value) },
      ),
    ],
    margin: toReview("ce qu'elle est change", 'what it is changes', ({ margin }) => margin),
    unit: toReview("l'unité change", 'the unit changes', ({ unit }) => unit),
    overlay: toReview(
      'ce que les départements peuvent en faire change',
      'what départements may do with it changes',
      ({ overlay }) => overlay,
    ),
    origin: toReview("l'origine change", 'the origin changes', ({ origin }) => origin),
    tightenedBy: (was, is) => [
      wordsChanged(id, title, { fr: 'règle locale', en: 'local rule' }, was.tightenedBy, is.tightenedBy),
    ],
    basis: (was, is) => [
      wordsChanged(id, title, { fr: 'fondement', en: 'grounds' }, was.basis.join(', '), is.basis.join(', ')),
    ],
  };
}

function effectOfValue(was: Limit, is: Limit): 'to-review' | 'protects-more' | 'protects-less' {
  if (was.overlay !== is.overlay || is.overlay === 'never') return 'to-review';
  return is.value > was.value === (is.overlay === 'higher') ? 'protects-more' : 'protects-less';
}
