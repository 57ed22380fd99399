import { text } from '@repere/feel';
import type { CheckFinding } from '../check/checking';
import type { FieldClass } from '../documents/document';
import type { Path } from '../yaml/yaml-source';
import { checkAsked } from './check-asked';
import type { KnownToLetters } from './known-to-letters';
import type { FamilyToldFacts } from './letter-template';

const TYPES = { told: 'yes-no', knows: 'yes-no', why: 'choice' } as const satisfies Readonly<
  Record<keyof FamilyToldFacts, string>
>;

/** Facts that say whether the family was told: of a class that the part proposes, and in codes alone. */
export function* checkFamilyTold(
  facts: FamilyToldFacts,
  classes: readonly FieldClass[],
  at: Path,
  known: KnownToLetters,
): Iterable<CheckFinding> {
  for (const key of ['told', 'knows', 'why'] as const) {
    yield* checkAsked(facts[key], classes, [...at, key], known);
    const [protocol, fact = ''] = facts[key].split('.');
    const found = known.documents.flatMap((it) => (it.protocol === protocol ? (it.facts[fact] ?? []) : []));
    if (found.some(({ type }) => type !== TYPES[key]))
      yield {
        code: 'other-type',
        at: [...at, key],
        message: text(
          `\`${facts[key]}\` n’est pas de type \`${TYPES[key]}\`.`,
          `\`${facts[key]}\` is not of type \`${TYPES[key]}\`.`,
        ),
        remedy: text('Nommez un fait de ce type.', 'Name a fact of that type.'),
      };
  }
}
