import type { Words } from '@repere/cases';
import {
  answerToItem,
  type ChecklistAnswers,
  type FactDefinition,
  type FieldClass,
  isSaidByItem,
  type StepDefinition,
} from '@repere/protocol';
import { sightOfFact } from '../disclosure/value-sight';
import { redactValue } from '../page/redaction/redact-value';
import type { LoadedCase } from './loaded-case';

/** Signs of one sheet that were seen or said, in the order of the sheet. */
export interface SignsSeen {
  readonly title: Words;
  readonly items: readonly Words[];
}

/**
 * What was ticked of this child's signs, as far as the reader sees it: on sheets whose ticks count as a sign, and on those that are
 * filled in with them. Nothing of what was answered otherwise: that is no sign, and no absence of one.
 */
export function signsOf(file: LoadedCase, redacted: ReadonlySet<FieldClass>): readonly SignsSeen[] {
  const sheets = new Set(
    file.view.runs.flatMap(({ runId }) =>
      file.documentOf(runId).steps.flatMap((step) => sheetsOfSigns(file, runId, step)),
    ),
  );
  return file.view.facts.flatMap((known): SignsSeen[] => {
    const definition =
      known.runId === null && sheets.has(known.fact) ? file.findFact(null, known.fact) : null;
    if (!definition) return [];
    const seen = redactValue(definition, known.value, sightOfFact(file, known, redacted));
    if (seen.isRedacted || seen.value === null) return [];
    const answers = seen.value as ChecklistAnswers;
    const items = (definition.items ?? [])
      .filter(({ id }) => isTicked(answers, id))
      .map(({ label }) => label);
    return items.length > 0 ? [{ title: definition.title, items }] : [];
  });
}

/** Checklists of a step that asks for signs: those whose ticks count as one, and those that are filled in with them. */
export function sheetsOfSigns(
  file: LoadedCase,
  runId: string,
  { fields }: Pick<StepDefinition, 'fields'>,
): readonly string[] {
  const sheets = fields.filter((id) => isSheet(file.findFact(runId, id)));
  return sheets.some((id) => isOfSigns(file.findFact(runId, id))) ? sheets : [];
}

/** A sheet whose ticks count as a sign. */
const isOfSigns = (definition: FactDefinition | undefined): boolean =>
  isSheet(definition) && (definition?.counted?.sign?.includes('yes') ?? false);

/** What is ticked item by item. */
const isSheet = (definition: FactDefinition | undefined): boolean =>
  definition !== undefined && isSaidByItem(definition);

function isTicked(answers: ChecklistAnswers, item: string): boolean {
  const answer = answers[item];
  return answer !== undefined && answerToItem(answer) === 'yes';
}
