import { readTypedDate, type TypedDate } from '@repere/ui/date';

/** The day that was typed, `null` for anything but a whole day. */
export function wholeDay(typed: TypedDate): string | null {
  const read = readTypedDate(typed);
  return read.ok && /^\d{4}-\d{2}-\d{2}$/.test(read.edtf) ? read.edtf : null;
}
