import { momentsIn, typeOf } from '../../fact-types/of-fact';
import { text } from '@repere/feel';
import type { ProtocolDocument, StepDefinition } from '../../documents/document';
import { proposeName } from '../propose-name';
import type { Path } from '../../yaml/yaml-source';
import { type Check, type Checking, factsOf, type CheckFinding } from '../checking';

/** Every period starts from something that exists and can come before what it times. */
export const checkDeadlines: Check = function* (checking) {
  for (const [index, step] of checking.document.steps.entries()) {
    if (step.due) yield* checkStart(step.due.from, step, ['steps', index, 'due', 'from'], checking);
    if (step.opensAt)
      yield* checkStart(step.opensAt.from, step, ['steps', index, 'opensAt', 'from'], checking);
    for (const [line, late] of (step.due?.late ?? []).entries()) {
      if (late.do === undefined && late.tell === undefined) {
        const at = ['steps', index, 'due', 'late', line];
        yield {
          code: 'empty-reminder',
          at,
          message: text('Cette ligne ne fait rien.', 'This line does nothing.'),
          remedy: text('Ajoutez `do: remind` ou `tell: SUP`.', 'Add `do: remind` or `tell: SUP`.'),
        };
      }
    }
  }
  for (const [index, opens] of checking.document.opens.entries()) {
    if (opens.delay)
      yield* checkStart(opens.delay.from, undefined, ['opens', index, 'delay', 'from'], checking);
  }
};

function* checkStart(
  from: string,
  step: StepDefinition | undefined,
  at: Path,
  checking: Checking,
): Iterable<CheckFinding> {
  if (from === 'run') return;
  const { document } = checking;
  const facts = factsOf(checking);
  const isStep = document.steps.some(({ id }) => id === from);
  const fact = Object.hasOwn(facts, from) ? facts[from] : undefined;
  // A step and a ranked fact may share a name (`danger`): the step is meant.
  if (isStep) {
    if (step && comesAfter(from, step.id, document)) {
      yield {
        code: 'start-comes-later',
        at,
        message:
          from === step.id
            ? text(`\`${from}\` ferait partir son propre délai.`, `\`${from}\` would start its own period.`)
            : text(
                `\`${from}\` vient après \`${step.id}\` : ce délai ne part jamais.`,
                `\`${from}\` comes after \`${step.id}\`, so this period never starts.`,
              ),
        remedy: text(
          'Comptez à partir de `run`, d’une étape qui vient avant, ou d’une date.',
          'Count from `run`, from an earlier step, or from a date fact.',
        ),
      };
    }
  } else if (!fact) {
    yield {
      code: 'unknown-start',
      at,
      message: text(`Il n’y a ni étape ni date \`${from}\`.`, `There is no step or date fact \`${from}\`.`),
      remedy: proposeName(from, ['run', ...document.steps.map(({ id }) => id), ...momentsIn(facts)]),
    };
  } else if (!typeOf(fact).isMoment) {
    const remedy = proposeName(
      from,
      ['run', ...momentsIn(facts)],
      text('Nommez une étape ou une date.', 'Name a step or a date fact.'),
    );
    yield {
      code: 'start-is-no-date',
      at,
      message: text(
        `\`${from}\` est de type ${fact.type}, pas une date.`,
        `\`${from}\` is a ${fact.type}, not a date.`,
      ),
      remedy,
    };
  } else if (
    Object.hasOwn(document.facts, from) &&
    !document.steps.some(({ fields }) => fields.includes(from))
  ) {
    const message = text(
      `Aucune étape ne demande \`${from}\` : ce délai ne part jamais.`,
      `No step asks \`${from}\`, so this period never starts.`,
    );
    yield {
      code: 'start-never-known',
      at,
      message,
      remedy: text(
        `Ajoutez \`${from}\` aux \`fields\` d’une étape.`,
        `Add \`${from}\` to the \`fields\` of a step.`,
      ),
    };
  }
}

/** Whether a step waits, however indirectly, for another one; or is that one. */
function comesAfter(later: string, earlier: string, document: ProtocolDocument): boolean {
  const after = new Map(document.steps.map((step) => [step.id, step.after]));
  const seen = new Set<string>();
  const reaches = (id: string): boolean => {
    if (id === earlier) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return (after.get(id) ?? []).some(reaches);
  };
  return reaches(later);
}
