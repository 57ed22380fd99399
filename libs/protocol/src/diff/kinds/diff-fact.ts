import type { DerivedText, FactDefinition } from '../../documents/document';
import type { Text } from '@repere/feel';
import { describeChange, presence, wordsChanged } from '../change';
import type { VersionChange } from '../version-diff';
import { diffCondition } from './diff-condition';
import { quoted, same } from '../names';
import { compareParts, isSame, pair, type Parts, type Versions } from '../parts';

/** Facts of a protocol, or the fields of a list's row (`list` is its id). */
export function diffFacts(
  before: Readonly<Record<string, FactDefinition>>,
  after: Readonly<Record<string, FactDefinition>>,
  versions: Versions,
  list?: string,
): readonly VersionChange[] {
  const { added, removed, kept } = pair(Object.values(before), Object.values(after), ({ id }) => id);
  const path = (id: string): string => (list === undefined ? id : `${list}.${id}`);
  return [
    ...removed.flatMap((it) => onlyIn(it, 'removed', path(it.id), versions)),
    ...added.flatMap((it) => onlyIn(it, 'added', path(it.id), versions)),
    ...kept.flatMap((it) =>
      compareParts(partsOf(path(it.after.id), versions), it.before, it.after, versions),
    ),
  ];
}

/** Named expressions: of the protocol, or of the rows of a list. What reads them changes with them. */
export function diffDerived(
  before: Readonly<Record<string, DerivedText>>,
  after: Readonly<Record<string, DerivedText>>,
  list?: string,
): readonly VersionChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [was, is] = [before[key], after[key]];
    if (isSame(was, is)) return [];
    const id = list === undefined ? key : `${list}.${key}`;
    const title = quoted(same(id));
    if (typeof was === 'string' && typeof is === 'string') {
      return diffCondition({
        ...{ what: 'condition', id, before: was, after: is, absent: 'true', ifWeaker: 'to-review' },
        says: { fr: `La règle ${title.fr} vaut`, en: `The rule ${title.en} holds` },
      });
    }
    const how = presence(was, is);
    return [
      describeChange(
        { what: 'condition', how, id, effect: 'to-review' },
        `Règle ${title.fr} ${HOW[how].fr}.`,
        `Rule ${title.en} ${HOW[how].en}.`,
        { before: written(was), after: written(is) },
      ),
    ];
  });
}

const HOW = {
  added: { fr: 'ajoutée', en: 'added' },
  removed: { fr: 'retirée', en: 'removed' },
  changed: { fr: 'réécrite', en: 'rewritten' },
};

/** A fact of one version only: new, gone, or the case's in the other, which shares it with every protocol. */
function onlyIn(
  fact: FactDefinition,
  how: 'added' | 'removed',
  id: string,
  versions: Versions,
): readonly VersionChange[] {
  const shared = id.includes('.') ? undefined : versions.shared.facts[id];
  if (!shared) return [factPresence(id, how, versions)];
  const title = versions.names.fact(id);
  const isShared = how === 'removed';
  const [was, is] = isShared ? [fact, shared] : [shared, fact];
  return [
    describeChange(
      { what: 'fact', how: 'changed', id, effect: 'words' },
      isShared
        ? `La question ${title.fr} est désormais celle du dossier : posée une fois pour tous les protocoles.`
        : `La question ${title.fr} n'est plus celle du dossier, mais de ce seul protocole.`,
      isShared
        ? `The question ${title.en} is now the case's: asked once for every protocol.`
        : `The question ${title.en} is no longer the case's, but this protocol's alone.`,
    ),
    ...compareParts(partsOf(id, versions), was, is, versions),
  ];
}

function factPresence(id: string, how: 'added' | 'removed', { names }: Versions): VersionChange {
  const title = names.fact(id);
  const { fr, en } = HOW[how];
  return describeChange(
    { what: 'fact', how, id, effect: 'to-review' },
    `Question ${title.fr} ${fr}.`,
    `Question ${title.en} ${en}.`,
  );
}

function partsOf(id: string, versions: Versions): Parts<FactDefinition> {
  const title = versions.names.fact(id);
  const words =
    (fr: string, en: string, of: (fact: FactDefinition) => Text | string | undefined) =>
    (was: FactDefinition, is: FactDefinition) => [wordsChanged(id, title, { fr, en }, of(was), of(is))];
  const toReview =
    (fr: string, en: string, of: (fact: FactDefinition) => unknown) =>
    (was: FactDefinition, is: FactDefinition) => [
      describeChange(
        { what: 'fact', how: 'changed', id, effect: 'to-review' },
        `${title.fr} : ${fr}.`,
        `${title.en}: ${en}.`,
        { before: written(of(was)), after: written(of(is)) },
      ),
    ];
  return {
    id: () => [],
    title: words('titre', 'title', (it) => it.title),
    hint: words('aide', 'hint', (it) => it.hint),
    basis: words('fondement', 'grounds', (it) => it.basis.join(', ')),
    type: toReview('le genre de réponse change', 'the kind of answer changes', (it) => it.type),
    class: toReview('qui peut la voir change', 'who may see it changes', (it) => it.class),
    sensitive: toReview('sa sensibilité change', 'whether it is sensitive changes', (it) => it.sensitive),
    changes: toReview(
      'elle peut, ou ne peut plus, changer avec le temps',
      'whether it may change over time changes',
      (it) => it.changes,
    ),
    multiple: toReview('une ou plusieurs réponses', 'one or several answers', (it) => it.multiple),
    values: labelled((it) => it.values?.map(({ code, label }) => [code, label]), id, title),
    items: labelled((it) => it.items?.map((item) => [item.id, item.label, item.hint]), id, title),
    ranked: toReview(
      'l’ordre de ce qui protège change',
      'the order of what protects changes',
      (it) => it.ranked,
    ),
    row: (was, is) => [
      ...diffFacts(was.row ?? {}, is.row ?? {}, versions, id),
      ...orderOf(Object.keys(was.row ?? {}), Object.keys(is.row ?? {}), id, title),
    ],
    derived: (was, is) => diffDerived(was.derived ?? {}, is.derived ?? {}, id),
    says: toReview(
      'ce que dit une ligne, avec ses chiffres, change',
      'what a row says with its figures changes',
      (it) => it.says,
    ),
    orderedBy: toReview(
      'ce qui ordonne les lignes change',
      'what orders the rows changes',
      (it) => it.orderedBy,
    ),
    writtenBy: toReview(
      "l'étape qui en décide change",
      'the step that decides it changes',
      (it) => it.writtenBy,
    ),
    relevant: (was, is) =>
      diffCondition({
        ...{
          what: 'condition',
          id,
          before: was.relevant,
          after: is.relevant,
          absent: 'true',
          ifWeaker: 'to-review',
        },
        says: { fr: `${title.fr} est demandée`, en: `${title.en} is asked` },
      }),
    unit: toReview("l'unité change", 'the unit changes', (it) => it.unit),
    min: toReview('la plus petite valeur change', 'the smallest value changes', (it) => it.min),
    max: toReview('la plus grande valeur change', 'the largest value changes', (it) => it.max),
    maxLength: toReview('la longueur permise change', 'the length allowed changes', (it) => it.maxLength),
    role: toReview('ce que le produit y lit change', 'what the product reads it as changes', (it) => it.role),
    counted: toReview('ce qui en est compté change', 'what is counted of it changes', (it) => it.counted),
    marked: toReview(
      'ce qui en est signalé près du nom change',
      'what is marked beside the name changes',
      (it) => it.marked,
    ),
    asksOfBan: toReview(
      'si elle demande la méthode change',
      'whether it asks of the method changes',
      (it) => it.asksOfBan,
    ),
    // A text that is said to name nobody is masked nowhere any more.
    namesNobody: (was, is) => [
      describeChange(
        {
          what: 'fact',
          how: 'changed',
          id,
          effect: is.namesNobody === true ? 'protects-less' : 'protects-more',
        },
        `${title.fr} : elle nomme, ou ne nomme plus, quelqu’un.`,
        `${title.en}: whether it names somebody changes.`,
        { before: written(was.namesNobody), after: written(is.namesNobody) },
      ),
    ],
    reportableEvents: toReview(
      'ce qui s’en dit d’un geste change',
      'what is told of it in one press changes',
      (it) => it.reportableEvents,
    ),
    future: toReview(
      'une date à venir est, ou n’est plus, permise',
      'whether a date may lie ahead changes',
      (it) => it.future,
    ),
  };
}

type Choice = readonly [string, Text, Text?];

/** Codes or items with their words: the words alone, or what may be answered. */
function labelled(of: (fact: FactDefinition) => readonly Choice[] | undefined, id: string, title: Text) {
  return (before: FactDefinition, after: FactDefinition): readonly VersionChange[] => {
    const { added, removed, kept, isReordered } = pair(of(before) ?? [], of(after) ?? [], ([code]) => code);
    const presenceOf = (how: 'added' | 'removed', [code, label]: Choice): VersionChange =>
      describeChange(
        { what: 'fact', how, id, effect: 'to-review' },
        `${title.fr} : réponse « ${label.fr} » ${HOW[how].fr}.`,
        `${title.en}: answer "${label.en}" ${HOW[how].en}.`,
        { [how === 'added' ? 'after' : 'before']: code },
      );
    const reworded = kept.filter((it) => !isSame(it.before, it.after));
    return [
      ...removed.map((it) => presenceOf('removed', it)),
      ...added.map((it) => presenceOf('added', it)),
      ...reworded.map((it) =>
        wordsChanged(
          id,
          title,
          { fr: 'réponse', en: 'answer' },
          choiceWords(it.before),
          choiceWords(it.after),
        ),
      ),
      ...(isReordered ? orderChanged(id, title) : []),
    ];
  };
}

const choiceWords = ([, label, hint]: Choice): Text =>
  hint ? { fr: `${label.fr} (${hint.fr})`, en: `${label.en} (${hint.en})` } : label;

function orderOf(was: readonly string[], is: readonly string[], id: string, title: Text) {
  return pair(was, is, (it) => it).isReordered ? orderChanged(id, title) : [];
}

const orderChanged = (id: string, title: Text): readonly VersionChange[] => [
  describeChange(
    { what: 'text', how: 'changed', id, effect: 'words' },
    `${title.fr} : présentée dans un autre ordre.`,
    `${title.en}: shown in another order.`,
  ),
];

const written = (it: unknown): string | undefined =>
  it === undefined ? undefined : typeof it === 'string' ? it : JSON.stringify(it);
