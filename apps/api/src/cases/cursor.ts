import { Refusal } from '../platform/refusal';

interface Types {
  readonly string: string;
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
    kinds.every((kind, at) => typeof place[at] === kind)
  )
    return place as unknown as Values<K>;
  throw new Refusal('invalid', {
    reasons: [
      {
        code: 'invalid-value',
        field: 'cursor',
        text: { fr: 'Cette suite n’existe pas.', en: 'There is no such page.' },
      },
    ],
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
