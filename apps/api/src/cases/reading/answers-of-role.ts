import type { Words } from '@repere/cases';
import {
  type FactRole,
  factsByRole,
  type FactValue,
  formatAnswer,
  type SharedDocument,
} from '@repere/protocol';

/** An answer as lists show it: its code, its words alone and behind the fact's title, and whether it is marked beside the name. */
export interface AnswerOfRole {
  readonly code: string;
  readonly label: Words;
  readonly sentence: Words;
  readonly isMarked: boolean;
}

/** What may be answered to the fact that is read as this, in the protocols' order; nothing where no fact is. */
export function answersOfRole(shared: SharedDocument, role: FactRole): readonly AnswerOfRole[] {
  const definition = factsByRole(shared).get(role)?.definition;
  if (!definition) return [];
  const { values = [], marked = [] } = definition;
  return values.map(({ code, label }) => ({
    ...{ code, label, sentence: formatAnswer(definition, code), isMarked: marked.includes(code) },
  }));
}

/** What was told; `null`: nothing is known. A code that facts.yaml does not have is marked, and called by the fact's title: doubt protects. */
export function answerOfRole(
  shared: SharedDocument,
  role: FactRole,
  factValue: FactValue | null,
): AnswerOfRole | null {
  const definition = factsByRole(shared).get(role)?.definition;
  if (!definition || typeof factValue !== 'string') return null;
  const { title } = definition;
  const known = answersOfRole(shared, role).find(({ code }) => code === factValue);
  return known ?? { code: factValue, label: title, sentence: title, isMarked: true };
}
