import { findNearest } from '@repere/feel';

/** What a template says of the data that it is handed: `data.recipient`. */
const FIELD = /\bdata\.([A-Za-z]\w*)/g;

/**
 * The text of a Typst template that shows exactly these fields: every one, and no other. Asked while the service starts: a template
 * whose field has another name stops it there, and not whoever needs the paper at night; one that forgets a field would leave a
 * place empty, and nobody would see that something was not said.
 */
export function paperTemplate<D extends object>(
  name: string,
  source: string,
  fields: { readonly [F in keyof Required<D>]: true },
): string {
  const known = Object.keys(fields);
  const shown = new Set([...source.matchAll(FIELD)].map(([, field = '']) => field));
  const faults = [
    ...[...shown].filter((field) => !known.includes(field)).map((field) => unknownField(field, known)),
    ...known
      .filter((field) => !shown.has(field))
      .map((field) => `“${field}” is a field of this paper, and the template shows it nowhere`),
  ];
  if (faults.length > 0) throw new TemplateFault(`${name}: ${faults.join('; ')}`);
  return source;
}

/** A template and its fields do not fit: a mistake of whoever changed one of them. */
export class TemplateFault extends Error {}

function unknownField(field: string, known: readonly string[]): string {
  const near = findNearest(field, known);
  const instead = near === undefined ? `one of: ${known.join(', ')}` : `write “data.${near}”`;
  return `“data.${field}” is no field of this paper: ${instead}`;
}
