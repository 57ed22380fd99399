import type { Problem as Refusal } from '@repere/contract';
import { placeAt, type Problem } from '@repere/protocol';

/**
 * What the checker would say of a change, as a form shows a refusal: each error at the key that it is about, of the map at
 * `at` of `text`. Without errors: the change can't be written in this text.
 */
export function refusedBy(
  errors: readonly Problem[],
  about: { readonly text: string; readonly at: readonly (string | number)[] } | null,
): Refusal {
  const reasons = errors.map(({ code, message, remedy, line, column }) => {
    const field = about ? keyAt(about, line, column) : undefined;
    return {
      code,
      text: { fr: `${message.fr} → ${remedy.fr}`, en: `${message.en} → ${remedy.en}` },
      ...(field !== undefined && { field }),
    };
  });
  const unwritten = {
    code: 'unwritten',
    text: {
      fr: 'Ceci ne peut pas être écrit par un formulaire : changez-le dans le texte.',
      en: 'This can’t be written by a form: change it in the text.',
    },
  };
  return {
    type: 'about:blank',
    title: 'refused',
    status: 422,
    code: 'refused',
    reasons: reasons.length > 0 ? reasons : [unwritten],
  };
}

function keyAt(
  { text, at }: { readonly text: string; readonly at: readonly (string | number)[] },
  line: number,
  column: number,
): string | undefined {
  return ['within', 'from', 'origin', 'basis'].find((key) => {
    const place = placeAt(text, [...at, key]);
    return place.line === line && place.column === column;
  });
}
