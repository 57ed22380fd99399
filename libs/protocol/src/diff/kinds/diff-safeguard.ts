import { SAFEGUARD_RULES } from '../../documents/safeguard-rules';
import type { SafeguardDefinition } from '../../documents/document';
import { describeChange, wordsChanged } from '../change';
import type { VersionChange } from '../version-diff';
import { diffCondition } from './diff-condition';
import { quoted, same } from '../names';
import { compareParts, isSame, pair, type Parts, type Versions } from '../parts';

/** Promises of the protocol. One that is lost is the gravest change there is. */
export function diffSafeguards(
  before: readonly SafeguardDefinition[],
  after: readonly SafeguardDefinition[],
  versions: Versions,
): readonly VersionChange[] {
  const { added, removed, kept, isReordered } = pair(before, after, ({ id }) => id);
  return [
    ...removed.map((it) =>
      describeChange(
        { what: 'safeguard', how: 'removed', id: it.id, effect: 'protects-less' },
        `Garde-fou perdu : ${nameOf(it).fr}.`,
        `Safeguard lost: ${nameOf(it).en}.`,
      ),
    ),
    ...added.map((it) =>
      describeChange(
        { what: 'safeguard', how: 'added', id: it.id, effect: 'protects-more' },
        `Garde-fou ajouté : ${nameOf(it).fr}.`,
        `Safeguard added: ${nameOf(it).en}.`,
      ),
    ),
    ...kept.flatMap((it) => diffOne(it.before, it.after, versions)),
    ...(isReordered
      ? [
          describeChange(
            { what: 'text', how: 'changed', id: versions.after.protocol, effect: 'words' },
            'Les garde-fous sont écrits dans un autre ordre.',
            'The safeguards are written in another order.',
          ),
        ]
      : []),
  ];
}

const nameOf = ({ id, title }: SafeguardDefinition) => quoted(title ?? same(id));

function diffOne(
  before: SafeguardDefinition,
  after: SafeguardDefinition,
  versions: Versions,
): readonly VersionChange[] {
  // One that promises another kind of thing is rewritten as a whole.
  const isSameKind = SAFEGUARD_RULES.every(
    (kind) => (before[kind] === undefined) === (after[kind] === undefined),
  );
  const isOther = !isSameKind && !SAFEGUARD_RULES.every((kind) => isSame(before[kind], after[kind]));
  const texts = compareParts(PARTS, before, after, versions);
  return isOther ? [rewritten(before, after), ...texts.filter(({ what }) => what === 'text')] : texts;
}

const rewritten = (before: SafeguardDefinition, after: SafeguardDefinition): VersionChange =>
  describeChange(
    { what: 'safeguard', how: 'changed', id: after.id, effect: 'to-review' },
    `Garde-fou réécrit : ${nameOf(after).fr} ; à regarder.`,
    `Safeguard rewritten: ${nameOf(after).en}; to be looked at.`,
    { before: written(before), after: written(after) },
  );

const written = (it: SafeguardDefinition): string =>
  SAFEGUARD_RULES.flatMap((kind) =>
    it[kind] === undefined
      ? []
      : `${kind}: ${typeof it[kind] === 'string' ? it[kind] : JSON.stringify(it[kind])}`,
  ).join('; ');

const toReview = (before: SafeguardDefinition, after: SafeguardDefinition) => [rewritten(before, after)];

const PARTS: Parts<SafeguardDefinition> = {
  id: () => [],
  overlay: (was, is) => [
    wordsChanged(is.id, nameOf(is), { fr: 'règle locale', en: 'local rule' }, was.overlay, is.overlay),
  ],
  title: (was, is) => [wordsChanged(is.id, nameOf(is), { fr: 'titre', en: 'title' }, was.title, is.title)],
  basis: (was, is) => [
    wordsChanged(
      is.id,
      nameOf(is),
      { fr: 'fondement', en: 'grounds' },
      was.basis.join(', '),
      is.basis.join(', '),
    ),
  ],
  // What must always hold demands less when it is weaker; what must never be, more.
  always: (was, is) => promise(was, is, 'always'),
  never: (was, is) => promise(was, is, 'never'),
  sameSteps: toReview,
  sameOutcome: toReview,
  onlyAdds: toReview,
  forgetting: toReview,
};

function promise(
  was: SafeguardDefinition,
  is: SafeguardDefinition,
  kind: 'always' | 'never',
): readonly VersionChange[] {
  const name = nameOf(is);
  return diffCondition({
    ...{ what: 'safeguard', id: is.id, before: was[kind], after: is[kind], absent: 'true' },
    ifWeaker: kind === 'always' ? 'protects-less' : 'protects-more',
    says:
      kind === 'always'
        ? {
            fr: `Le garde-fou ${name.fr} se contente d'une promesse tenue`,
            en: `The safeguard ${name.en} is content with a promise that holds`,
          }
        : { fr: `Le garde-fou ${name.fr} interdit`, en: `The safeguard ${name.en} forbids` },
  });
}
