import { text } from '@repere/feel';
import type { DeadlineDefinition, StepDefinition } from '../../documents/document';
import type { Path } from '../../yaml/yaml-source';
import type { Check, CheckFinding } from '../checking';
import { isShorter } from '../logic/is-shorter';
import { unknownName } from '../unknown-name';

/** What comes again can be done again, comes to an end, and says how often; an absence names the step that ends it. */
export const checkRecurrence: Check = function* ({ document }) {
  for (const [index, step] of document.steps.entries()) {
    if (step.due?.every === undefined) continue;
    const at: Path = ['steps', index, 'due', 'every'];
    yield* checkStep(step, at);
    yield* checkPeriods(step.due.every, at);
  }
  const { absence, steps } = document;
  if (absence && !steps.some(({ id }) => id === absence.at))
    yield unknownName(
      'step',
      absence.at,
      steps.map(({ id }) => id),
      ['absence', 'at'],
    );
};

function* checkStep(step: StepDefinition, at: Path): Iterable<CheckFinding> {
  if (step.repeatable === false) {
    yield {
      code: 'comes-again-once',
      at,
      message: text(
        `\`${step.id}\` revient, mais ne peut être faite qu’une fois.`,
        `\`${step.id}\` comes again, but can be done only once.`,
      ),
      remedy: text('Ajoutez `repeatable: true`.', 'Add `repeatable: true`.'),
    };
  }
  if (step.when === undefined && step.unless === undefined) {
    yield {
      code: 'comes-again-for-good',
      at,
      message: text(`\`${step.id}\` reviendrait sans fin.`, `\`${step.id}\` would come again for good.`),
      remedy: text(
        'Dites jusqu’à quand : `unless: …` ou `when: …`.',
        'Say until when: `unless: …` or `when: …`.',
      ),
    };
  }
}

function* checkPeriods(every: NonNullable<DeadlineDefinition['every']>, at: Path): Iterable<CheckFinding> {
  const last = every.length - 1;
  for (const [line, { when, is }] of every.entries()) {
    if ((when === undefined) !== (line === last)) {
      yield {
        code: 'which-period',
        at: [...at, line],
        message:
          line === last
            ? text(
                'Quand aucune ligne ne vaut, on ne sait pas à quel rythme.',
                'When no line holds, nobody knows how often.',
              )
            : text(
                'Une ligne sans `when` cache celles qui suivent.',
                'A line without `when` hides those after it.',
              ),
        remedy: text(
          'La dernière ligne, et elle seule, n’a pas de `when`.',
          'The last line, and that one only, has no `when`.',
        ),
      };
    }
    const doubt = every[last]?.is ?? is;
    if (line !== last && !isShorter(doubt, is)) {
      yield {
        code: 'doubt-asks-less',
        at: [...at, line, 'is'],
        message: text(
          `Dans le doute on le ferait tous les « ${doubt} », pas plus souvent que « ${is} ».`,
          `In doubt it would be done every ${doubt}, which is not more often than ${is}.`,
        ),
        remedy: text(
          'La dernière ligne porte le rythme le plus court.',
          'The last line has the shortest period.',
        ),
      };
    }
  }
}
