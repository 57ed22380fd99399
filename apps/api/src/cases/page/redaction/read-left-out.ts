import type { ApiQueryOptions } from '@nestjs/swagger';
import { FIELD_CLASSES, type FieldClass } from '@repere/access';
import { Refusal } from '../../../platform/refusals/refusal';
import { invalidValue } from '../../../platform/refusals/invalid-value';

/** In the description of the interface: classes that a paper leaves out beside those that the reader may not see. */
export const LEFT_OUT_QUERY: ApiQueryOptions = {
  name: 'leaveOut',
  required: false,
  description:
    'Classes of fields to leave out as if they were redacted, with commas: a paper says less than the page',
  schema: { type: 'string', example: 'health,contact' },
};

/** The classes that a paper leaves out; throws `invalid` for what is no class. */
export function readLeftOut(asked: unknown): readonly FieldClass[] {
  if (asked === undefined || asked === '') return [];
  const classes = typeof asked === 'string' ? asked.split(',') : [];
  const known = FIELD_CLASSES.filter((it) => classes.includes(it));
  if (known.length === 0 || known.length < new Set(classes).size) throw unknownClass();
  return known;
}

const unknownClass = (): Refusal =>
  invalidValue(
    'leaveOut',
    `Des catégories séparées par des virgules : ${FIELD_CLASSES.join(', ')}.`,
    `Classes with commas between them: ${FIELD_CLASSES.join(', ')}.`,
  );
