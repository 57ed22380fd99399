import { isYesOrNo } from '../../fact-types/of-fact';
import { text } from '@repere/feel';
import type { FactDefinition } from '../../documents/document';
import type { Path } from '../../yaml/yaml-source';
import type { Check, CheckFinding } from '../checking';

/** The margin of a medical age, in months, that no version may go below, whatever the file calls it. */
const LOWEST_MARGIN = 18;

/** Findings of an examination of puberty, in both languages. What is banned as an exam is not kept as a fact (F01, F02, F07). */
const PUBERTAL =
  /pub(?:ert|ère|esc|ien)|\bpubic\b|\bpubes\b|\btanner\b|pilosité|poils?\b|body hair|mammaire|\bseins?\b|breast|testicul|testic|ménarche|menarche|menstru|premières règles|first period|(?:maturité|maturation|développement|caractères?) sexuel|sexual (?:maturity|maturation|development|characteristic)|orchidom/i;

/** A margin that is too low, and facts of puberty: refused when a file is loaded, of a version as of what changes it. */
export const checkAge: Check = function* ({ document }) {
  for (const [id, limit] of Object.entries(document.limits)) {
    if (limit.margin === 'age' && limit.value < LOWEST_MARGIN) {
      yield {
        code: 'margin-too-low',
        at: ['limits', id],
        isKey: true,
        message: text(
          `\`${id}\` vaut ${limit.value} mois. La marge d'un âge médical n'est jamais sous 18 mois.`,
          `\`${id}\` is ${limit.value} months. The margin of a medical age is never under 18 months.`,
        ),
        remedy: text('Écrivez 18 ou plus.', 'Write 18 or more.'),
      };
    }
  }
  for (const [id, fact] of Object.entries(document.facts)) yield* checkFinding(fact, ['facts', id]);
};

/** Facts, fields of rows, items and labels: none may hold what an examination of puberty found. */
export function* checkFinding(fact: FactDefinition, at: Path): Iterable<CheckFinding> {
  for (const [field, definition] of Object.entries(fact.row ?? {}))
    yield* checkFinding(definition, [...at, 'row', field]);
  if (isBanQuestion(fact)) return;
  const said: readonly (readonly [string, Path])[] = [
    [fact.id.replaceAll('_', ' '), at],
    [fact.title.fr, [...at, 'title']],
    [fact.title.en, [...at, 'title']],
    ...(fact.values ?? []).flatMap(({ code, label }) =>
      [code.replaceAll('_', ' '), label.fr, label.en].map((it) => [it, [...at, 'values', code]] as const),
    ),
    ...(fact.items ?? []).flatMap(({ id, label }) =>
      [id.replaceAll('_', ' '), label.fr, label.en].map((it) => [it, [...at, 'items', id]] as const),
    ),
  ];
  const found = said.find(([words]) => PUBERTAL.test(words));
  if (!found) return;
  yield {
    code: 'pubertal-finding',
    at: found[1],
    message: text(
      `« ${found[0]} » : ce qu'un examen de la puberté a vu n'est jamais un fait. La loi l'interdit.`,
      `"${found[0]}": what an examination of puberty saw is never a fact. The law forbids it.`,
    ),
    remedy: text(
      "Retirez-le. Seule la question `asksOfBan` (oui ou non : une méthode regarde la puberté) existe ; elle écarte l'avis.",
      'Leave it out. Only the question `asksOfBan` exists (yes or no: a method looks at puberty); it sets the opinion aside.',
    ),
  };
}

/** The one question that the ban itself needs: whether a method looks at puberty, never what it saw. */
const isBanQuestion = (fact: FactDefinition): boolean => fact.asksOfBan === true && isYesOrNo(fact);
