import type { StepInput } from '@repere/contract';
import type { TypedStep } from '../typed-step';
import { NOTHING_TYPED, type TypedField } from '../fields/typed-field';

/** How a draft is written; a later form reads what it still understands. A type, and not an interface: drafts are sent as JSON of any keys. */
type DraftContent = {
  readonly form: 1;
  readonly typed: TypedStep;
  /** What it answers so far: the server tells by it which other fields matter. */
  readonly values?: StepInput['values'];
  readonly row?: StepInput['row'];
};

export function toDraft(typed: TypedStep, { values, row }: Partial<StepInput> = {}): DraftContent {
  return { form: 1, typed, ...(values && { values }), ...(row && { row }) };
}

/** The form as it was left; `first` where the draft says nothing, so that a field of a newer version isn't lost. */
export function readDraft(content: unknown, first: TypedStep): TypedStep {
  if (!isRecord(content) || !isRecord(content['typed'])) return first;
  const typed = fillPattern(content['typed'], first);
  const fields = isRecord(content['typed']['fields']) ? content['typed']['fields'] : {};
  const ids = new Set([...Object.keys(first.fields), ...Object.keys(fields)]);
  return {
    ...typed,
    fields: Object.fromEntries(
      [...ids].map((id) => [id, readTyped(fields[id], first.fields[id] ?? NOTHING_TYPED)]),
    ),
  };
}

function readTyped(content: unknown, first: TypedField): TypedField {
  return isRecord(content) ? fillPattern(content, first) : first;
}

/** Takes over what is of the same kind as in the pattern. */
function fillPattern<T extends object>(content: Readonly<Record<string, unknown>>, pattern: T): T {
  return Object.fromEntries(
    Object.entries(pattern).map(([key, value]) => {
      const given = content[key];
      return [key, given !== undefined && isAlike(given, value) ? given : value];
    }),
  ) as T;
}

function isAlike(given: unknown, pattern: unknown): boolean {
  if (given === null) return pattern === null;
  if (pattern === null) return typeof given === 'string';
  return typeof given === typeof pattern && Array.isArray(given) === Array.isArray(pattern);
}

function isRecord(content: unknown): content is Readonly<Record<string, unknown>> {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}
