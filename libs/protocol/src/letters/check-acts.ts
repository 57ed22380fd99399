import { text } from '@repere/feel';
import type { CheckFinding } from '../check/checking';
import type { FieldClass } from '../documents/document';
import type { Path } from '../yaml/yaml-source';
import type { KnownToLetters } from './known-to-letters';
import { unknownName } from './unknown-name';

/** What a letter may say by itself that something was done about. */
export const CLASSES_OF_ACTS = ['situation', 'judicial'] as const satisfies readonly FieldClass[];

/** Steps whose title may stand in a letter: there are such steps, and none asks of closed things alone. */
export function* checkActs(
  acts: readonly string[],
  at: Path,
  { documents, shared }: KnownToLetters,
): Iterable<CheckFinding> {
  const steps = documents.flatMap(({ protocol, steps: all, facts }) =>
    all.map(({ id, fields, decides }) => ({
      name: `${protocol}.${id}`,
      // A field of a list as `list.field`.
      classes: [...fields, ...(decides === undefined ? [] : [decides])].flatMap((field) => {
        const [fact = ''] = field.split('.');
        return (facts[fact] ?? shared.facts[fact])?.class ?? [];
      }),
    })),
  );
  const names = steps.map(({ name }) => name);
  for (const [place, act] of acts.entries()) {
    const found = steps.filter(({ name }) => name === act);
    if (found.length === 0) yield unknownName('unknown-step', [...at, place], act, names);
    else if (
      found.some(({ classes }) => classes.length > 0 && !CLASSES_OF_ACTS.some((it) => classes.includes(it)))
    )
      yield {
        code: 'closed-title',
        at: [...at, place],
        message: text(
          `\`${act}\` ne demande que ce qu’aucune lettre ne dit d’elle-même : son titre en parlerait.`,
          `\`${act}\` asks only for what no letter says by itself: its title would tell of it.`,
        ),
        remedy: text(
          'Retirez-la : l’acte reste proposé ligne par ligne.',
          'Take it out: the act is still offered line by line.',
        ),
      };
  }
}
