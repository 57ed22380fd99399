import { text } from '@repere/feel';
import type { CheckFinding } from '../check/checking';
import { proposeName } from '../check/propose-name';
import type { Path } from '../yaml/yaml-source';
import { checkAsked } from './check-asked';
import { checkPrintedText, nothingProposed } from './check-part';
import type { KnownToLetters } from './known-to-letters';
import type { KnownAnswers, LetterPart, Milestone } from './letter-template';
import { unknownName } from './unknown-name';

export type MilestoneYaml = Omit<Milestone, 'until' | 'isChosen'> &
  Partial<Pick<Milestone, 'until'>> & { readonly chosen?: boolean };

/** Steps, facts and answers that there are, in a part that is made of them; none in another. */
export function* checkMilestones(
  {
    from,
    classes = [],
    milestones,
  }: Pick<LetterPart, 'from'> &
    Partial<Pick<LetterPart, 'classes'>> & {
      readonly milestones?: readonly MilestoneYaml[];
    },
  at: Path,
  known: KnownToLetters,
): Iterable<CheckFinding> {
  if (from === 'milestones' && !milestones?.length)
    yield nothingProposed([...at, 'from'], from, 'milestones');
  if (from !== 'milestones' && milestones)
    yield {
      code: 'milestones-unshown',
      at: [...at, 'milestones'],
      message: text(
        `Une partie « from: ${from} » ne montre aucune étape franchie.`,
        `A part “from: ${from}” shows no milestones.`,
      ),
      remedy: text('Écrivez « from: milestones ».', 'Write “from: milestones”.'),
    };
  const { documents, shared } = known;
  const steps = documents.flatMap((it) => it.steps.map(({ id }) => `${it.protocol}.${id}`));
  for (const [place, { once, until = [], known: answered, neverBut, text: said }] of (
    milestones ?? []
  ).entries()) {
    const here = [...at, 'milestones', place];
    for (const [key, named] of Object.entries({ once, until }))
      for (const [number, step] of named.entries())
        if (!steps.includes(step)) yield unknownName('unknown-step', [...here, key, number], step, steps);
    yield* checkPrintedText(said, [...here, 'text'], Object.keys(shared.facts));
    if (answered) yield* checkAnswers(answered, classes, [...here, 'known'], known);
    if (neverBut) yield* checkAnswers(neverBut, classes, [...here, 'neverBut'], known);
  }
}

function* checkAnswers(
  asked: KnownAnswers,
  classes: LetterPart['classes'],
  at: Path,
  known: KnownToLetters,
): Iterable<CheckFinding> {
  yield* checkAsked(asked.fact, classes, [...at, 'fact'], known);
  const [protocol = '', fact = ''] = asked.fact.split('.');
  const answers = known.documents.flatMap((it) =>
    it.protocol === protocol ? (it.facts[fact]?.values ?? []).map(({ code }) => code) : [],
  );
  for (const [number, answer] of asked.is.entries())
    if (!answers.includes(answer))
      yield {
        code: 'unknown-answer',
        at: [...at, 'is', number],
        message: text(
          `\`${asked.fact}\` n’a pas la réponse \`${answer}\`.`,
          `\`${asked.fact}\` has no answer \`${answer}\`.`,
        ),
        remedy: proposeName(answer, answers),
      };
}
