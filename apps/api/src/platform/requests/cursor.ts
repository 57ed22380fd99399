import { isPlainText } from '../answers/plain-text';
import { UUID } from '../uuid';
import type { Refusal } from '../refusals/refusal';
import { invalidValue } from '../refusals/invalid-value';

interface Types {
  /** A code, a name. */
  readonly text: string;
  readonly id: string;
  /** As the database writes it, or `infinity`. */
  readonly instant: string;
  readonly number: number;
}
type Kind = keyof Types;
type Values<K extends readonly Kind[]> = { readonly [I in keyof K]: Types[K[I]] };

/** Place in a list, as the next request hands it back. It holds no name. */
export const writeCursor = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a cursor stands for; `invalid` for anything that this list did not give. */
export function readCursor<const K extends readonly Kind[]>(cursor: string, kinds: K): Values<K> {
  const place = parse(cursor);
  if (
    Array.isArray(place) &&
    place.length === kinds.length &&
    kinds.every((kind, at) => isOf(kind, place[at]))
  )
    return place as unknown as Values<K>;
  throw noSuchPage();
}

/** Of a place that is none of this list. */
export const noSuchPage = (): Refusal =>
  invalidValue('cursor', 'Cette suite n’existe pas.', 'There is no such page.');

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** Each part as this list writes it: whatever else is not ours would only fail in the database. */
function isOf(kind: Kind, part: unknown): boolean {
  if (kind === 'number') return Number.isSafeInteger(part);
  if (typeof part !== 'string' || !isPlainText(part)) return false;
  switch (kind) {
    case 'text':
      return true;
    case 'id':
      return UUID.test(part);
    case 'instant':
      return (
        INFINITE.test(part) ||
        (INSTANT.test(part) && isDay(part.slice(0, 10)) && !Number.isNaN(Date.parse(isoOf(part))))
      );
  }
}

const INFINITE = /^-?infinity$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}(:\d{2})?)$/;

/** A day that there is: `Date` takes 30 February for 2 March, the database for none, and it knows no year 0. */
const isDay = (day: string): boolean =>
  !day.startsWith('0000') && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true;

/** `2026-11-25 14:07:53.17+00`, as PostgreSQL writes it, in ISO 8601. */
const isoOf = (instant: string): string => instant.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
