import { text } from '@repere/feel';
import { checkCodes } from '../check/words/check-basis';
import { type CheckFinding, toProblem } from '../check/checking';
import { proposeName } from '../check/propose-name';
import type { Problem, ProtocolDocument, SharedDocument } from '../documents/document';
import type { Sources } from '../load/load-sources';
import { checkStructure } from '../yaml/check-structure';
import { readYaml } from '../yaml/yaml-source';
import type { Path } from '../yaml/yaml-source';
import { checkPart, checkPrintedText } from './check-part';
import type { LetterPart, LetterTemplate } from './letter-template';

type PartYaml = Pick<LetterPart, 'id' | 'title' | 'from'> &
  Partial<Omit<LetterPart, 'isRequired'>> & { readonly required?: boolean };

type LetterYaml = Omit<
  LetterTemplate,
  'id' | 'basis' | 'isBound' | 'isProtective' | 'second' | 'steps' | 'parts'
> & {
  readonly basis: string | readonly string[];
  readonly bound?: boolean;
  readonly protective?: boolean;
  readonly second?: LetterTemplate['second'];
  readonly steps?: readonly string[];
  readonly parts: readonly PartYaml[];
};

/** What `letters.yaml` may name. */
interface Known {
  readonly documents: readonly Pick<ProtocolDocument, 'protocol' | 'steps'>[];
  readonly shared: Pick<SharedDocument, 'facts'>;
  readonly sources: Sources;
}

/** Turns `letters.yaml` into kinds of letters, in its order; a step, fact or ground that there is not is an error. Never throws. */
export function loadLetters(
  content: string,
  file: string,
  known: Known,
): { readonly letters?: readonly LetterTemplate[]; readonly problems: readonly Problem[] } {
  const source = readYaml(content, file);
  const faults = checkStructure(source, 'letters');
  if (faults.length > 0) return { problems: faults };
  const { letters } = source.value as { readonly letters: Readonly<Record<string, LetterYaml>> };
  const findings = Object.entries(letters).flatMap(([id, letter]) => [
    ...checkLetter(letter, ['letters', id], known),
  ]);
  return findings.length > 0
    ? { problems: findings.map((finding) => toProblem(source, finding)) }
    : { letters: Object.entries(letters).map(([id, letter]) => templateOf(id, letter)), problems: [] };
}

/** Kinds of letters that do this step. */
export const lettersOf = (
  letters: readonly LetterTemplate[],
  protocol: string,
  step: string,
): readonly LetterTemplate[] => letters.filter(({ steps }) => steps.includes(`${protocol}.${step}`));

const templateOf = (
  id: string,
  { bound, protective, second, steps, parts, basis, ...letter }: LetterYaml,
): LetterTemplate => ({
  id,
  ...letter,
  basis: [basis].flat(),
  isBound: bound ?? false,
  isProtective: protective ?? false,
  second: second ?? 'none',
  steps: steps ?? [],
  parts: parts.map(({ required, classes = [], asks = [], text: said = '', ...part }) => ({
    ...part,
    classes,
    asks,
    text: said,
    isRequired: required ?? false,
  })),
});

function* checkLetter(
  { title, steps = [], parts, basis, to, because }: LetterYaml,
  at: Path,
  { documents, shared, sources }: Known,
): Iterable<CheckFinding> {
  const ids = documents.flatMap((it) => it.steps.map(({ id }) => `${it.protocol}.${id}`));
  for (const [place, step] of steps.entries())
    if (!ids.includes(step)) yield unknown('unknown-step', [...at, 'steps', place], step, ids);
  const codes = [basis].flat();
  yield* checkCodes({ sources }, codes, [...at, 'basis']);
  for (const code of codes)
    if (sources[code]?.confidence === 'U')
      yield {
        code: 'unverified-ground',
        at: [...at, 'basis'],
        message: text(
          `${code} n’est pas vérifié : une lettre ne s’y appuie pas.`,
          `${code} is unverified: no letter stands on it.`,
        ),
        remedy: text(
          'Citez un texte qui a été lu (A, B ou C).',
          'Cite a fact whose wording was read (A, B or C).',
        ),
      };
  const facts = Object.keys(shared.facts);
  yield* checkPrintedText(title.fr, [...at, 'title', 'fr'], facts);
  yield* checkPrintedText(to.title.fr, [...at, 'to', 'title', 'fr'], facts);
  yield* checkPrintedText(because, [...at, 'because'], facts);
  for (const [place, part] of parts.entries()) {
    const { id, classes = [], asks = [] } = part;
    yield* checkPart(part, [...at, 'parts', place], facts);
    if (parts.findIndex((it) => it.id === id) !== place)
      yield {
        code: 'same-part',
        at: [...at, 'parts', place, 'id'],
        message: text(`La lettre a deux parties « ${id} ».`, `The letter has two parts “${id}”.`),
        remedy: text('Donnez un autre nom à l’une.', 'Give one of them another name.'),
      };
    for (const [number, fact] of asks.entries())
      if (!facts.includes(fact))
        yield unknown('unknown-fact', [...at, 'parts', place, 'asks', number], fact, facts);
      else if (!classes.some((it) => it === shared.facts[fact]?.class))
        yield {
          code: 'closed-class',
          at: [...at, 'parts', place, 'asks', number],
          message: text(
            `\`${fact}\` n’est d’aucune classe que cette partie propose.`,
            `\`${fact}\` is of no class that this part proposes.`,
          ),
          remedy: text(
            'Nommez sa classe dans `classes`, ou retirez-le.',
            'Name its class in `classes`, or take it out.',
          ),
        };
  }
}

const unknown = (
  code: 'unknown-step' | 'unknown-fact',
  at: Path,
  name: string,
  known: readonly string[],
): CheckFinding => ({
  code,
  at,
  message:
    code === 'unknown-step'
      ? text(`\`${name}\` n’est l’étape d’aucun protocole.`, `\`${name}\` is a step of no protocol.`)
      : text(`\`${name}\` n’est pas un fait du dossier.`, `\`${name}\` is no fact of the case.`),
  remedy: proposeName(name, [...new Set(known)]),
});
