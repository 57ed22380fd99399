import type { ProblemReason, StepPage } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import { readTypedDate } from '@repere/ui/date';
import { readField } from './fields/read-field';
import { isAsked, type Relevance } from './step-input';
import { isOfRow, typedField, type TypedStep, type TypedWhen } from './typed-step';

/** A mistake in a step's form: its field, and the key of its words. */
export interface Mistake {
  readonly fieldId: string;
  readonly key: string;
  /** Title of the field, where the words need it. */
  readonly of?: string;
}

/** What can be seen to be wrong or missing before asking the server; it has the last word. */
export function mistakesIn(page: StepPage, typed: TypedStep, relevance: Relevance): readonly Mistake[] {
  const addsNoRow = page.asks.adds && typed.closes && hasNoRowAnswer(page, typed, relevance);
  return [
    ...(page.asks.about && typed.rowId === null ? [{ fieldId: 'row', key: 'step.mistake.row' }] : []),
    ...page.fields
      .filter((field) => isAsked(field, relevance, page, typed) && !(addsNoRow && isOfRow(field)))
      .flatMap((field): readonly Mistake[] => {
        const written = typedField(typed, field.id);
        const reading = readField(field, written);
        const fieldId = fieldIdOf(field.id);
        if (written.isOpen && !reading.ok) return [{ fieldId, key: reading.key, of: field.id }];
        const isMissing = field.required && reading.ok && reading.value === null;
        const isThere = field.current !== undefined && (isRedacted(field.current) || !written.isOpen);
        return isMissing && !isThere ? [{ fieldId, key: 'step.mistake.missing', of: field.id }] : [];
      }),
    ...mistakesInWhen(typed),
    ...(typed.who.length && typed.who.every(({ role }) => !role)
      ? [{ fieldId: 'who-0', key: 'step.mistake.who' }]
      : []),
  ];
}

/** Only a day that is said has to be one. */
export function mistakesInWhen(typed: TypedWhen): readonly Mistake[] {
  if (typed.happened === 'now') return [];
  const day = readTypedDate(typed.day);
  if (!day.ok) return [{ fieldId: 'day', key: `ui.date.problem.${day.problem}` }];
  return day.edtf ? [] : [{ fieldId: 'day', key: 'step.mistake.day' }];
}

function hasNoRowAnswer(page: StepPage, typed: TypedStep, relevance: Relevance): boolean {
  return page.fields
    .filter((field) => isOfRow(field) && isAsked(field, relevance, page, typed))
    .every((field) => {
      const reading = readField(field, typedField(typed, field.id));
      return reading.ok && reading.value === null;
    });
}

/** Id of a field's control in the page. */
export const fieldIdOf = (id: string): string => `field-${id.replace('.', '-')}`;

/** The control that a reason of the server is about, or nothing when it is about the step itself. */
export function controlOf(reason: ProblemReason, page: StepPage): string | undefined {
  const [place = '', ...rest] = reason.field?.split('.') ?? [];
  const id = rest.join('.');
  switch (place) {
    case 'values':
      return page.fields.some((field) => field.id === id) ? fieldIdOf(id) : undefined;
    case 'row': {
      const field = page.fields.find((it) => isOfRow(it) && it.id.endsWith(`.${rest.at(-1) ?? ''}`));
      return field ? fieldIdOf(field.id) : 'row';
    }
    case 'occurredAt':
      return 'day';
    case 'by':
      return 'who';
    case 'reasons':
    case 'note':
      return place;
    case 'bestInterests':
      return 'best-interests';
    case 'childView':
      return 'child-view';
    case 'evidence':
      return `evidence-${rest[0] ?? ''}`;
    case 'outOfOrder':
      return 'out-of-order';
    default:
      return undefined;
  }
}
