import { text } from '@repere/feel';
import type { CheckFinding } from '../check/checking';
import type { FactDefinition, FieldClass } from '../documents/document';
import type { Path } from '../yaml/yaml-source';
import type { KnownToLetters } from './known-to-letters';
import { unknownName } from './unknown-name';

/** A fact that a part asks for: `fact` of the case, `sheet.item` of one, `protocol.fact`; of a class that the part proposes. */
export function* checkAsked(
  asked: string,
  classes: readonly FieldClass[],
  at: Path,
  { documents, shared }: KnownToLetters,
): Iterable<CheckFinding> {
  const [head = asked, rest] = asked.split('.');
  const ofCase = shared.facts[head];
  const names = [
    ...Object.keys(shared.facts),
    ...documents.flatMap(({ protocol, facts }) => Object.keys(facts).map((fact) => `${protocol}.${fact}`)),
  ];
  const found: readonly FactDefinition[] = ofCase
    ? hasItem(ofCase, rest)
      ? [ofCase]
      : []
    : documents.flatMap(({ protocol, facts }) =>
        protocol === head && rest !== undefined ? (facts[rest] ?? []) : [],
      );
  if (found.length === 0) yield unknownName('unknown-fact', at, asked, names);
  else if (found.some((fact) => !classes.includes(fact.class)))
    yield {
      code: 'closed-class',
      at,
      message: text(
        `\`${asked}\` n’est d’aucune classe que cette partie propose.`,
        `\`${asked}\` is of no class that this part proposes.`,
      ),
      remedy: text(
        'Nommez sa classe dans `classes`, ou retirez-le.',
        'Name its class in `classes`, or take it out.',
      ),
    };
}

const hasItem = ({ items = [] }: FactDefinition, item: string | undefined): boolean =>
  item === undefined || items.some(({ id }) => id === item);
