import { text } from '@repere/feel';
import { checkCodes } from '../check/words/check-basis';
import { type CheckFinding, toProblem } from '../check/checking';
import type { Problem } from '../documents/document';
import { checkStructure } from '../yaml/check-structure';
import { readYaml } from '../yaml/yaml-source';
import type { Path } from '../yaml/yaml-source';
import { checkPart, checkPrintedText, nothingProposed } from './check-part';
import type { KnownToLetters } from './known-to-letters';
import { checkFamilyTold } from './check-family-told';
import { checkChild, checkJourney } from './check-journey';
import { checkAsked } from './check-asked';
import { unknownName } from './unknown-name';
import { checkActs } from './check-acts';
import { checkMilestones, type MilestoneYaml } from './check-milestones';
import type { LetterPart, LetterTemplate } from './letter-template';

type PartYaml = Pick<LetterPart, 'id' | 'title' | 'from'> &
  Partial<Omit<LetterPart, 'isRequired' | 'milestones'>> & {
    readonly required?: boolean;
    readonly milestones?: readonly MilestoneYaml[];
  };

type LetterYaml = Omit<
  LetterTemplate,
  | 'id'
  | 'language'
  | 'basis'
  | 'isBound'
  | 'isProtective'
  | 'isOfReferral'
  | 'second'
  | 'steps'
  | 'beside'
  | 'parts'
  | 'acts'
> & {
  readonly basis: string | readonly string[];
  readonly language?: LetterTemplate['language'];
  readonly bound?: boolean;
  readonly protective?: boolean;
  readonly ofReferral?: boolean;
  readonly second?: LetterTemplate['second'];
  readonly steps?: readonly string[];
  readonly beside?: readonly string[];
  readonly parts: readonly PartYaml[];
};

/** Turns `letters.yaml` into kinds of letters, in its order; a step, fact or ground that there is not is an error. Never throws. */
export function loadLetters(
  content: string,
  file: string,
  known: KnownToLetters,
): { readonly letters?: readonly LetterTemplate[]; readonly problems: readonly Problem[] } {
  const source = readYaml(content, file);
  const faults = checkStructure(source, 'letters');
  if (faults.length > 0) return { problems: faults };
  const { letters, acts = [] } = source.value as {
    readonly letters: Readonly<Record<string, LetterYaml>>;
    readonly acts?: readonly string[];
  };
  const findings = [
    ...checkActs(acts, ['acts'], known),
    ...Object.entries(letters).flatMap(([id, letter]) => [...checkLetter(letter, ['letters', id], known)]),
  ];
  return findings.length > 0
    ? { problems: findings.map((finding) => toProblem(source, finding)) }
    : { letters: Object.entries(letters).map(([id, letter]) => templateOf(id, letter, acts)), problems: [] };
}

/** What is recorded is proposed as a letter in French says it. */
const recordedInFrench = (at: Path): CheckFinding => ({
  code: 'recorded-in-french',
  at,
  message: text(
    'Ce qui est noté se propose en français : une lettre dans une autre langue n’a que des parties « from: words » ou « from: milestones ».',
    'What is recorded is proposed in French: a letter in another language has parts “from: words” or “from: milestones” alone.',
  ),
  remedy: text('Écrivez « from: words ».', 'Write “from: words”.'),
});

/** A letter is the paper of a step or is not. */
const sameStep = (at: Path, step: string): CheckFinding => ({
  code: 'same-step',
  at,
  message: text(
    `La lettre accomplit déjà \`${step}\` : elle n’est pas aussi à côté.`,
    `The letter does \`${step}\` already: it isn’t beside it as well.`,
  ),
  remedy: text('Nommez l’étape dans une liste seulement.', 'Name the step in one list alone.'),
});

/** What only a referral says. */
const OF_REFERRAL: readonly LetterPart['from'][] = ['request', 'view', 'told'];

/** Kinds of letters that do this step. */
export const lettersOf = (
  letters: readonly LetterTemplate[],
  protocol: string,
  step: string,
): readonly LetterTemplate[] => letters.filter(({ steps }) => steps.includes(`${protocol}.${step}`));

/** Kinds of letters that are written at this step and are not its paper. */
export const lettersBeside = (
  letters: readonly LetterTemplate[],
  protocol: string,
  step: string,
): readonly LetterTemplate[] => letters.filter(({ beside }) => beside.includes(`${protocol}.${step}`));

const templateOf = (
  id: string,
  { language, bound, protective, ofReferral, second, steps, beside, parts, basis, ...letter }: LetterYaml,
  acts: readonly string[],
): LetterTemplate => ({
  id,
  ...letter,
  language: language ?? 'fr',
  basis: [basis].flat(),
  isBound: bound ?? false,
  isProtective: protective ?? false,
  isOfReferral: ofReferral ?? false,
  second: second ?? 'none',
  steps: steps ?? [],
  beside: beside ?? [],
  acts,
  parts: parts.map(
    ({ required, classes = [], asks = [], ifKnown = [], milestones = [], text: said = '', ...part }) => ({
      ...part,
      classes,
      asks,
      ifKnown,
      milestones: milestones.map(({ chosen, until, ...it }) => ({
        ...it,
        until: until ?? [],
        isChosen: chosen ?? false,
      })),
      text: said,
      isRequired: required ?? false,
    }),
  ),
});

function* checkLetter(
  {
    language = 'fr',
    title,
    steps = [],
    beside = [],
    parts,
    basis,
    to,
    because,
    ofReferral = false,
  }: LetterYaml,
  at: Path,
  known: KnownToLetters,
): Iterable<CheckFinding> {
  const { documents, shared, sources } = known;
  const ids = documents.flatMap((it) => it.steps.map(({ id }) => `${it.protocol}.${id}`));
  for (const [key, named] of Object.entries({ steps, beside }))
    for (const [place, step] of named.entries())
      if (!ids.includes(step)) yield unknownName('unknown-step', [...at, key, place], step, ids);
      else if (key === 'beside' && steps.includes(step)) yield sameStep([...at, key, place], step);
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
  yield* checkPrintedText(title[language], [...at, 'title', language], facts);
  yield* checkPrintedText(to.title[language], [...at, 'to', 'title', language], facts);
  yield* checkPrintedText(because, [...at, 'because'], facts);
  for (const [place, part] of parts.entries()) {
    const { id, classes = [], asks = [], ifKnown = [], familyTold } = part;
    if (familyTold) yield* checkFamilyTold(familyTold, classes, [...at, 'parts', place, 'familyTold'], known);
    yield* checkPart(part, [...at, 'parts', place], facts, language);
    yield* checkMilestones(part, [...at, 'parts', place], known);
    if (language !== 'fr' && ((part.from !== 'words' && part.from !== 'milestones') || familyTold))
      yield recordedInFrench([...at, 'parts', place, 'from']);
    if (!ofReferral && OF_REFERRAL.includes(part.from))
      yield nothingProposed([...at, 'parts', place, 'from'], part.from, 'ofReferral');
    if (parts.findIndex((it) => it.id === id) !== place)
      yield {
        code: 'same-part',
        at: [...at, 'parts', place, 'id'],
        message: text(`La lettre a deux parties « ${id} ».`, `The letter has two parts “${id}”.`),
        remedy: text('Donnez un autre nom à l’une.', 'Give one of them another name.'),
      };
    for (const [key, all] of Object.entries({ asks, ifKnown }))
      for (const [number, fact] of all.entries())
        yield* part.from === 'journey'
          ? checkJourney(fact, [...at, 'parts', place, key, number])
          : part.from === 'child'
            ? checkChild(fact, [...at, 'parts', place, key, number])
            : checkAsked(fact, classes, [...at, 'parts', place, key, number], known);
  }
}
