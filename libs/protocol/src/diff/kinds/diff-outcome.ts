import type { OutcomeDefinition } from '../../documents/document';
import type { Text } from '@repere/feel';
import { describeChange, opposite, wordsChanged } from '../change';
import type { ChangeEffect, VersionChange } from '../version-diff';
import { diffCondition } from './diff-condition';
import { quoted } from '../names';
import { compareParts, pair, type Parts, type Versions } from '../parts';

/** A line with the name of its outcome, which may be come to in several ways: only the first line says it. */
interface Line extends OutcomeDefinition {
  readonly name: Text;
}

/** Results of a run. The first line that holds is the result, so a line more for one that protects takes only from those below. */
export function diffOutcomes(
  before: readonly OutcomeDefinition[],
  after: readonly OutcomeDefinition[],
  versions: Versions,
): readonly VersionChange[] {
  const { added, removed, kept, isReordered } = pair(linesOf(before), linesOf(after), ({ id }) => id);
  return [
    ...removed.map((it) => linePresence(it, 'removed')),
    ...added.map((it) => linePresence(it, 'added')),
    ...kept.flatMap((it) => compareParts(LINE_PARTS, it.before, it.after, versions)),
    ...(isReordered
      ? [
          describeChange(
            { what: 'outcome', how: 'changed', id: versions.after.protocol, effect: 'to-review' },
            "L'ordre des résultats change : le premier qui tient l'emporte.",
            'The order of the outcomes changes: the first that holds wins.',
          ),
        ]
      : []),
  ];
}

function linesOf(outcomes: readonly OutcomeDefinition[]): readonly Line[] {
  return outcomes.map((it) => {
    const first = outcomes.find(({ id }) => id === it.id) ?? it;
    return { ...it, name: quoted(first.title) };
  });
}

/** What it does to the child that this line holds more often. */
const ifHeldMore = ({ protects }: OutcomeDefinition): ChangeEffect =>
  protects === 'full' ? 'protects-more' : 'protects-less';

function linePresence(line: Line, how: 'added' | 'removed'): VersionChange {
  const effect = how === 'added' ? ifHeldMore(line) : opposite(ifHeldMore(line));
  const about = { what: 'outcome', how, id: line.id, effect } as const;
  const { name, when } = line;
  return how === 'added'
    ? describeChange(about, `Résultat ajouté : ${name.fr}.`, `Outcome added: ${name.en}.`, { after: when })
    : describeChange(about, `Résultat retiré : ${name.fr}.`, `Outcome removed: ${name.en}.`, {
        before: when,
      });
}

const rest = ({ rests }: OutcomeDefinition): string | undefined =>
  rests && `${rests.decidedBy}, ${rests.keeps}`;

const LINE_PARTS: Parts<Line> = {
  id: () => [],
  name: () => [],
  title: (was, is) => [wordsChanged(is.id, is.name, { fr: 'titre', en: 'title' }, was.title, is.title)],
  note: (was, is) => [wordsChanged(is.id, is.name, { fr: 'note', en: 'note' }, was.note, is.note)],
  protects: (was, is) => [
    describeChange(
      { what: 'outcome', how: 'changed', id: is.id, effect: ifHeldMore(is) },
      is.protects === 'full'
        ? `Le résultat ${is.name.fr} compte désormais parmi ceux qui protègent pleinement.`
        : `Le résultat ${is.name.fr} compte désormais parmi ceux qui protègent moins.`,
      is.protects === 'full'
        ? `The outcome ${is.name.en} is now one that protects fully.`
        : `The outcome ${is.name.en} is now one that protects less.`,
      { before: was.protects, after: is.protects },
    ),
  ],
  when: (was, is) =>
    diffCondition({
      ...{ what: 'outcome', id: is.id, before: was.when, after: is.when, absent: 'true' },
      ifWeaker: was.protects === is.protects ? ifHeldMore(is) : 'to-review',
      says: { fr: `Le résultat ${is.name.fr} est atteint`, en: `The outcome ${is.name.en} is reached` },
    }),
  rests: (was, is) => [
    describeChange(
      {
        what: 'outcome',
        how: 'changed',
        id: is.id,
        effect: was.rests ? (is.rests ? 'to-review' : 'protects-more') : 'protects-less',
      },
      `Ce qui laisse reposer un dossier après ${is.name.fr} change.`,
      `What lets a case rest after ${is.name.en} changes.`,
      { before: rest(was), after: rest(is) },
    ),
  ],
  age: (was, is) => [
    describeChange(
      { what: 'outcome', how: 'changed', id: is.id, effect: 'to-review' },
      `Ce que ${is.name.fr} dit de l'âge change.`,
      `What ${is.name.en} says of the age changes.`,
      { before: was.age, after: is.age },
    ),
  ],
  otherwise: (was, is) => [
    describeChange(
      { what: 'outcome', how: 'changed', id: is.id, effect: 'to-review' },
      `Le résultat ${is.name.fr} ${is.otherwise ? 'devient' : "n'est plus"} celui qui vaut quand rien d'autre ne tient.`,
      `The outcome ${is.name.en} is ${is.otherwise ? 'now' : 'no longer'} the one where nothing else holds.`,
      { before: String(was.otherwise), after: String(is.otherwise) },
    ),
  ],
};
