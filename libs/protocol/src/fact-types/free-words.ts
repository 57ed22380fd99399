import type { ValueProblem } from './fact-type';

const LONGEST_TEXT = 10_000;

/** Words can be seen: blanks, and signs without width, say nothing. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
const CONTROL = /[^\P{Cc}\n\r\t]/u;

/** The problem with free words, or `null`. */
export function checkText(raw: unknown, longest = LONGEST_TEXT): ValueProblem | null {
  if (typeof raw !== 'string' || !VISIBLE.test(raw)) {
    return invalid('Écrire quelques mots.', 'Write a few words.');
  }
  // By code points, as people count and the pages do: an emoji is one.
  const characters = raw.length > longest ? [...raw].length : raw.length;
  if (characters > longest) {
    return {
      code: 'too-long',
      text: {
        fr: `${characters} signes ; ${longest} au plus.`,
        en: `${characters} characters; ${longest} at most.`,
      },
    };
  }
  return CONTROL.test(raw)
    ? invalid('Le texte contient des caractères de commande.', 'The text holds control characters.')
    : null;
}

export function invalid(fr: string, en: string): ValueProblem {
  return { code: 'invalid-value', text: { fr, en } };
}
