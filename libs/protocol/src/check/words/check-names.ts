import { BUILT_IN_WORDS, NON_ANSWERS, text, type Text } from '@repere/feel';
import type { FactDefinition } from '../../documents/document';
import { isNewer } from '../../versions/compare-versions';
import type { Path } from '../../yaml/yaml-source';
import type { Check, CheckFinding } from '../checking';

/** Words that FEEL or the words of state would read otherwise. */
const RESERVED: ReadonlySet<string> = new Set([
  ...BUILT_IN_WORDS,
  ...[
    'some',
    'every',
    'in',
    'and',
    'or',
    'satisfies',
    'if',
    'then',
    'else',
    'for',
    'return',
    'between',
    'true',
    'false',
    'null',
  ],
  ...['function', 'instance', 'of', 'external', 'item', 'date', 'time', 'duration'],
  ...[
    'done',
    'approved',
    'in_effect',
    'started',
    'ended',
    'run',
    'reached',
    'outcome',
    'steps',
    'this',
    'latest',
    'earliest',
  ],
]);

const ANSWERS: ReadonlySet<string> = new Set([
  ...NON_ANSWERS,
  ...NON_ANSWERS.map((word) => word.replaceAll('-', '_')),
]);

/** Ids once each, no name that an expression would read otherwise, no code that is already an answer. */
export const checkNames: Check = function* ({ document, documents, shared }) {
  yield* checkOnce(document.steps, 'steps', text('une étape', 'a step'));
  yield* checkOnce(document.opens, 'opens', text('une ouverture', 'an opening'));
  yield* checkOnce(document.safeguards, 'safeguards', text('un garde-fou', 'a safeguard'));

  // A version that has a successor keeps what it was published with: facts of its own that came to be shared since.
  const isEarlier = documents.some(
    ({ protocol, version }) => protocol === document.protocol && isNewer(version, document.version),
  );
  const taken = new Map<string, Text>(
    isEarlier
      ? []
      : Object.keys(shared.facts).map((id) => [id, text('un fait de facts.yaml', 'a fact of facts.yaml')]),
  );
  for (const part of ['limits', 'facts', 'derived'] as const) {
    for (const id of Object.keys(document[part])) {
      const other = taken.get(id);
      if (other !== undefined) {
        yield {
          code: 'duplicate-name',
          at: [part, id],
          isKey: true,
          message: text(`\`${id}\` est déjà ${other.fr}.`, `\`${id}\` is already ${other.en}.`),
          remedy: text(
            'Servez-vous de celui-là, ou prenez un autre nom.',
            'Use that one, or take another name.',
          ),
        };
      }
      taken.set(id, text(`dans \`${part}\``, `one of \`${part}\``));
      yield* checkWord(id, [part, id]);
    }
  }
  for (const [id, fact] of Object.entries(document.facts)) yield* checkNamesInFact(fact, ['facts', id]);
};

/** Names and codes inside one fact. */
export function* checkNamesInFact(fact: FactDefinition, at: Path): Iterable<CheckFinding> {
  for (const { code } of fact.values ?? []) {
    if (!ANSWERS.has(code)) continue;
    yield {
      code: 'reserved-answer',
      at,
      isKey: true,
      message: text(
        `\`${code}\` est une réponse que tout fait connaît ; ce ne peut pas être aussi un code de \`${fact.id}\`.`,
        `\`${code}\` is an answer that every fact has; it can’t be a code of \`${fact.id}\` too.`,
      ),
      remedy:
        code === 'refused'
          ? text(
              'Écrivez `declined` pour un enfant qui dit non.',
              'Write `declined` for a child who says no.',
            )
          : text(
              'Retirez ce code : on peut déjà répondre cela.',
              'Leave the code out: it can be answered anyway.',
            ),
    };
  }
  for (const [field, definition] of Object.entries(fact.row ?? {})) {
    yield* checkWord(field, [...at, 'row', field]);
    yield* checkNamesInFact(definition, [...at, 'row', field]);
  }
  for (const id of Object.keys(fact.derived ?? {})) {
    yield* checkWord(id, [...at, 'derived', id]);
    if (!Object.hasOwn(fact.row ?? {}, id)) continue;
    yield {
      code: 'duplicate-name',
      at: [...at, 'derived', id],
      isKey: true,
      message: text(`\`${id}\` est déjà un champ de la ligne.`, `\`${id}\` is already a field of the row.`),
      remedy: text('Prenez un autre nom.', 'Take another name.'),
    };
  }
}

export function* checkWord(id: string, at: Path): Iterable<CheckFinding> {
  if (!RESERVED.has(id)) return;
  yield {
    code: 'reserved-word',
    at,
    isKey: true,
    message: text(
      `\`${id}\` est un mot des conditions ; comme nom, il ne pourrait pas être lu.`,
      `\`${id}\` is a word of the expressions; as a name it couldn’t be read.`,
    ),
    remedy: text(
      `Prenez un autre nom : \`${id}_said\`, \`${id}_on\`…`,
      `Take another name: \`${id}_said\`, \`${id}_on\`…`,
    ),
  };
}

function* checkOnce(
  things: readonly { readonly id: string }[],
  part: string,
  kind: Text,
): Iterable<CheckFinding> {
  const seen = new Set<string>();
  for (const [index, { id }] of things.entries()) {
    if (seen.has(id)) {
      const remedy = text('Donnez à chacun son propre `id`.', 'Give each its own id.');
      yield {
        code: 'duplicate-id',
        at: [part, index, 'id'],
        message: text(`Il y a déjà ${kind.fr} \`${id}\`.`, `There is already ${kind.en} \`${id}\`.`),
        remedy,
      };
    }
    seen.add(id);
  }
}
