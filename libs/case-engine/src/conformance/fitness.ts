import type { StepDefinition } from '@repere/protocol';
import { text } from '@repere/feel';
import type { Fitness, StepConformance } from './conformance-types';

/** What a step weighs: one, one more if it protects, one more if the law sets its time. */
export const CONFORMANCE_WEIGHTS = { step: 1, protective: 1, legal: 1 } as const;

export const weightOf = ({ protective, due }: StepDefinition): number =>
  CONFORMANCE_WEIGHTS.step +
  (protective ? CONFORMANCE_WEIGHTS.protective : 0) +
  (due?.origin === 'LEGAL' && due.owner === 'ours' ? CONFORMANCE_WEIGHTS.legal : 0);

/** The formula, to be written beside every figure that it gives. */
export const FITNESS_FORMULA = {
  what: text(
    'Part des étapes attendues qui ont été faites dans l’ordre, à temps, par qui il fallait et avec la validation demandée. Chaque étape a un poids.',
    'Share of the expected steps that were done in order, in time, by whom they should be and with the approval they need. Each step has a weight.',
  ),
  weights: text(
    `Poids d’une étape : ${CONFORMANCE_WEIGHTS.step} ; ${CONFORMANCE_WEIGHTS.protective} de plus si elle protège l’enfant ; ${CONFORMANCE_WEIGHTS.legal} de plus si la loi fixe notre délai.`,
    `Weight of a step: ${CONFORMANCE_WEIGHTS.step}; ${CONFORMANCE_WEIGHTS.protective} more if it protects the child; ${CONFORMANCE_WEIGHTS.legal} more if the law sets our time.`,
  ),
  expected: text(
    'Attendue : faite, ou son délai est passé, ou sautée.',
    'Expected: done, or its time has passed, or skipped.',
  ),
  leftOut: text(
    'Ni pour ni contre : une étape dont on ne sait pas encore si elle s’applique, une étape encore dans son délai ou sans délai, une étape écartée avant son échéance, le temps d’une autorité ou d’un partenaire.',
    'Neither for nor against: a step of which nobody knows yet whether it applies, a step still within its time or without one, a step waived before it was late, the time of an authority or a partner.',
  ),
  apart: text(
    'Comptés à part : les atteintes aux droits, les corrections, les saisies tardives, les répétitions.',
    'Counted apart: rights that were breached, corrections, late recordings, repetitions.',
  ),
} as const;

/** Weighted share of what was expected; nothing that is unknown or still open is in it. */
export function fitnessOf(
  steps: readonly Pick<StepConformance, 'expectation' | 'isMet' | 'weight'>[],
): Fitness {
  const counted = steps.filter(({ expectation }) => expectation === 'expected');
  const expected = sum(counted);
  const met = sum(counted.filter(({ isMet }) => isMet));
  return { expected, met, fitness: expected === 0 ? null : met / expected };
}

const sum = (steps: readonly Pick<StepConformance, 'weight'>[]): number =>
  steps.reduce((total, { weight }) => total + weight, 0);
