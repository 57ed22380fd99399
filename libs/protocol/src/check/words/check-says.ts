import { type FeelType, text } from '@repere/feel';
import type { FactDefinition, SharedDocument } from '../../documents/document';
import { figuresIn } from '../../documents/figures-in';
import { proposeName } from '../propose-name';
import type { Path } from '../../yaml/yaml-source';
import type { Check, CheckFinding } from '../checking';
import { documentScope } from '../document-scope';

/** What a row says names figures of that row, numbers, the same in both languages. */
export const checkSays: Check = function* ({ document, shared, documents }) {
  const lists = Object.values(document.facts).filter(({ says }) => says !== undefined);
  if (lists.length === 0) return;
  const meaning = documentScope(shared, documents, document);
  for (const list of lists) {
    const { name } = meaning.rowScope(list.id);
    for (const [line, { text: part }] of (list.says ?? []).entries()) {
      const at = ['facts', list.id, 'says', line, 'text'];
      for (const language of ['fr', 'en'] as const)
        for (const figure of figuresIn(part[language]))
          yield* checkFigure(figure, list, name(figure)?.type, [...at, language]);
      const [fr, en] = [figuresIn(part.fr), figuresIn(part.en)];
      const alone = [...fr.filter((it) => !en.includes(it)), ...en.filter((it) => !fr.includes(it))];
      if (alone.length > 0) yield figuresDiffer(alone, at);
    }
  }
};

/** Rows of shared lists say nothing: what they would say belongs to no run. */
export function* checkSharedSays({ facts }: SharedDocument): Iterable<CheckFinding> {
  for (const [id, { says }] of Object.entries(facts))
    if (says !== undefined)
      yield {
        code: 'says-on-shared-list',
        at: ['facts', id, 'says'],
        isKey: true,
        message: text(
          `\`${id}\` est partagée : ses lignes ne disent rien.`,
          `\`${id}\` is shared: its rows say nothing.`,
        ),
        remedy: text(
          'Retirez `says`, ou mettez la liste dans un protocole.',
          'Leave out `says`, or put the list into a protocol.',
        ),
      };
}

/** `type` is unknown where a derived value is itself wrong, which is reported where it stands. */
function* checkFigure(
  name: string,
  { row = {}, derived = {} }: FactDefinition,
  type: FeelType | undefined,
  at: Path,
): Iterable<CheckFinding> {
  const known = [...Object.keys(row), ...Object.keys(derived)];
  if (!known.includes(name))
    yield {
      code: 'unknown-figure',
      at,
      message: text(`Une ligne n’a pas de chiffre \`${name}\`.`, `A row has no figure \`${name}\`.`),
      remedy: proposeName(name, known),
    };
  else if (type !== undefined && type.kind !== 'number')
    yield {
      code: 'figure-no-number',
      at,
      message: text(
        `\`${name}\` n’est pas un nombre : la phrase ne serait jamais dite.`,
        `\`${name}\` isn’t a number: the sentence would never be said.`,
      ),
      remedy: text(
        'Nommez un nombre ou une durée en mois de la ligne.',
        'Name a number of the row, or one of its spans in months.',
      ),
    };
}

function figuresDiffer(alone: readonly string[], at: Path): CheckFinding {
  const named = alone.map((name) => `\`{${name}}\``).join(', ');
  return {
    code: 'figures-differ',
    at,
    message: text(
      `${named} : dans une langue et non dans l’autre.`,
      `${named}: in one language and not in the other.`,
    ),
    remedy: text(
      'Dites les mêmes chiffres dans les deux langues.',
      'Say the same figures in both languages.',
    ),
  };
}
