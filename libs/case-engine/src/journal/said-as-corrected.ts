import type { ChecklistAnswers, FactValue, FactValues } from '@repere/protocol';
import type { EntryAmended, StepCompleted } from './journal-entry';
import type { StatedContent } from './entry-status';

/** What an amendment may correct; as a command asks it and as the journal keeps it. */
export type Correction = Pick<
  EntryAmended,
  'values' | 'row' | 'closes' | 'reasons' | 'bestInterests' | 'childView' | 'evidence' | 'occurredInstead'
>;

/**
 * What an entry says once corrected: what the correction names takes the place of what was there, the rest stays. Of
 * checklists and evidence it names only the items that were wrong. Reasons belong to the value that they were given for:
 * `decided` (the fact that the step decides) with another value keeps none of the old ones.
 */
export function saidAsCorrected(
  before: StatedContent,
  correction: Correction,
  decided: string | null,
): StatedContent {
  const values = merged(before.values, correction.values);
  const isOther = decided !== null && values[decided] !== before.values[decided];
  return {
    ...before,
    values,
    row: mergedRow(before.row, correction.row),
    closes: correction.closes ?? before.closes,
    reasons: correction.reasons ?? (isOther ? [] : before.reasons),
    bestInterests: correction.bestInterests ?? before.bestInterests,
    childView: correction.childView ?? before.childView,
    evidence: { ...before.evidence, ...correction.evidence },
    occurredAt: correction.occurredInstead ?? before.occurredAt,
  };
}

function merged(before: FactValues, corrected: FactValues): FactValues {
  const values: Record<string, FactValue> = { ...before };
  for (const [id, value] of Object.entries(corrected)) {
    const old = values[id];
    values[id] = isItems(old) && isItems(value) ? { ...old, ...value } : value;
  }
  return values;
}

function mergedRow(before: StepCompleted['row'], corrected: EntryAmended['row']): StepCompleted['row'] {
  if (corrected === undefined) return before;
  return { id: corrected.id, values: merged(before?.values ?? {}, corrected.values) };
}

/** Answers of a checklist: a correction names only the items that were wrong. */
function isItems(value: FactValue | undefined): value is ChecklistAnswers {
  return typeof value === 'object' && !Array.isArray(value) && !('answer' in value);
}
