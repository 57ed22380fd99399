import { readTypedDate, type TypedDate } from '@repere/ui/date';

/** The day that was typed, `null` for none; `undefined` while it can't be read, or is no single day. */
export function typedDay(typed: TypedDate): string | null | undefined {
  const reading = readTypedDate(typed);
  if (!reading.ok) return undefined;
  if (!reading.edtf) return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(reading.edtf) ? reading.edtf : undefined;
}
