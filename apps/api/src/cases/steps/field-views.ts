import { namesIn } from '@repere/feel';
import {
  FACT_TYPES,
  type FactDefinition,
  type FieldClass,
  hasRows,
  type StepDefinition,
} from '@repere/protocol';
import type { FactView } from '@repere/case-engine';
import type { Truth } from '@repere/feel';
import type { Names } from '../reading/account-names';
import type { LoadedCase } from '../reading/loaded-case';
import { sheetsOfSigns } from '../reading/signs-of';
import { sightOfFact } from '../disclosure/value-sight';
import { redactValue } from '../page/redaction/redact-value';
import { unlessRedacted, REDACTED } from '../disclosure/redacted-classes';
import type { FieldType, FieldViewDto } from './steps.dto';

/** The step's fields as the form shows them: words, what is known now, whether it matters. */
export function fieldViews(
  file: LoadedCase,
  runId: string,
  step: StepDefinition,
  relevant: Readonly<Record<string, Truth>>,
  names: Names,
  redacted: ReadonlySet<FieldClass>,
): readonly FieldViewDto[] {
  const own = file.documentOf(runId).facts;
  const signs = sheetsOfSigns(file, runId, step);
  return step.fields.flatMap((id): FieldViewDto[] => {
    const definition = file.findFact(runId, id);
    if (!definition || hasRows(definition)) return [];
    const ofCase = !((id.split('.')[0] ?? id) in own);
    const known = file.view.facts.find((it) => it.fact === id && it.runId === (ofCase ? null : runId));
    return [
      {
        id,
        ...shapeOf(definition),
        required: step.required.includes(id),
        changes: definition.changes,
        ...(known && currentOf(file, definition, known, names, redacted)),
        relevant: relevant[id] ?? (id in relevant ? null : true),
        ...decidersOf(step, id, definition),
        ...(signs.includes(id) && { isOfSigns: true as const }),
        ofCase,
      },
    ];
  });
}

/** What a form needs to ask for a fact. Throws for a list. */
export function shapeOf(
  definition: FactDefinition,
): Pick<
  FieldViewDto,
  'type' | 'title' | 'hint' | 'options' | 'items' | 'unit' | 'min' | 'max' | 'maxLength'
> {
  const { multiple, title, hint, values, items, unit, min, max, maxLength } = definition;
  const kinds: readonly FieldType[] = FACT_TYPES[definition.type].askedAs;
  const type = kinds[multiple ? 1 : 0];
  if (type === undefined) throw new Error(`${definition.id} is not asked in one field`);
  return {
    type,
    title,
    ...(hint && { hint }),
    ...(values && { options: values }),
    ...(items && { items }),
    ...(unit !== undefined && { unit }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(maxLength !== undefined && { maxLength }),
  };
}

/** What is known of a fact now, and from where. */
export function currentOf(
  file: LoadedCase,
  definition: FactDefinition,
  known: FactView,
  names: Names,
  redacted: ReadonlySet<FieldClass>,
): Pick<FieldViewDto, 'current' | 'redactedNote' | 'currentFrom'> {
  const entry = file.journal.find(({ id }) => id === known.entryId);
  const shownValue = redactValue(definition, known.value, sightOfFact(file, known, redacted));
  return {
    current: shownValue.isRedacted ? REDACTED : shownValue.value,
    ...(!shownValue.isRedacted && shownValue.lacksNote && { redactedNote: true }),
    ...(entry && {
      currentFrom: {
        at: new Date(entry.occurredAt.from).toISOString(),
        by: unlessRedacted(redacted, ['staff'], names.get(entry.enteredBy) ?? entry.enteredBy),
        entryId: entry.id,
        ...('runId' in entry && entry.runId && { runId: entry.runId }),
        ...('step' in entry && { step: entry.step }),
      },
    }),
  };
}

/** Fields of the step that the condition of a field names; a field of a row names those beside it by their own name. */
function decidersOf(
  { fields }: StepDefinition,
  id: string,
  { relevant }: FactDefinition,
): Pick<FieldViewDto, 'decidedBy'> {
  if (relevant === undefined) return {};
  const names = namesIn(relevant) ?? new Set<string>();
  const list = id.includes('.') ? `${id.split('.')[0] ?? ''}.` : null;
  const decidedBy = fields.filter(
    (other) =>
      other !== id &&
      (names.has(other) || (list && other.startsWith(list) && names.has(other.slice(list.length)))),
  );
  return decidedBy.length > 0 ? { decidedBy } : {};
}
