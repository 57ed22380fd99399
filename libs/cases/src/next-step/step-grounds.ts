import type { StepDefinition } from '@repere/protocol';

/** Codes of all that a step stands on, each once: the step itself, its deadline, its rules. */
export const stepGrounds = ({ basis, due, requires, flags }: StepDefinition): readonly string[] => [
  ...new Set([basis, due?.basis ?? [], ...[...requires, ...flags].map((rule) => rule.basis)].flat()),
];
