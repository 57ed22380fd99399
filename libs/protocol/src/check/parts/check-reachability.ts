import { text } from '@repere/feel';
import type { Path } from '../../yaml/yaml-source';
import type { CheckFinding } from '../checking';
import type { Reading } from '../logic/formula';
import { possibleSteps } from './possible-steps';

/** Steps that can't come, as far as it shows without searching, and periods that would start from them. */
export function* checkReachability(reading: Reading, known: readonly CheckFinding[]): Iterable<CheckFinding> {
  const possible = possibleSteps(reading);
  const { steps, opens } = reading.document;
  const isNever = (id: string) => !possible.has(id) && steps.some((step) => step.id === id);
  const isExplained = (index: number) =>
    known.some(({ at, code }) => at[0] === 'steps' && at[1] === index && EXPLAINS.has(code));
  for (const [index, { id, after, due }] of steps.entries()) {
    const at: Path = ['steps', index];
    if (isNever(id) && !isExplained(index)) {
      const before = after.find(isNever);
      const message =
        before === undefined
          ? text(
              `\`${id}\` ne peut jamais être faite : elle attend une étape qui ne vient jamais.`,
              `\`${id}\` can never be done: it waits for a step that never comes.`,
            )
          : text(
              `\`${id}\` ne peut jamais être faite : elle vient après \`${before}\`, qui ne vient jamais.`,
              `\`${id}\` can never be done: it comes after \`${before}\`, which never comes.`,
            );
      const remedy = text(
        'Corrigez la condition de l’étape qu’elle attend, ou retirez celle-ci de `after`.',
        'Correct the condition of the step that it waits for, or take it out of `after`.',
      );
      yield { code: 'unreachable-step', at: before === undefined ? at : [...at, 'after'], message, remedy };
    }
    if (due && isNever(due.from) && !isNever(id)) yield neverStarts(due.from, [...at, 'due', 'from']);
  }
  for (const [index, { delay }] of opens.entries()) {
    if (delay && isNever(delay.from)) yield neverStarts(delay.from, ['opens', index, 'delay', 'from']);
  }
}

/** Findings that say already why a step never comes. */
const EXPLAINS: ReadonlySet<string> = new Set(['never-true', 'always-true', 'steps-in-a-circle']);

function neverStarts(from: string, at: Path): CheckFinding {
  return {
    code: 'start-never-comes',
    at,
    message: text(
      `\`${from}\` ne vient jamais : ce délai ne part jamais.`,
      `\`${from}\` never comes, so this period never starts.`,
    ),
    remedy: text(
      'Comptez à partir de `run`, d’une étape qui peut être faite, ou d’une date.',
      'Count from `run`, from a step that can be done, or from a date fact.',
    ),
  };
}
