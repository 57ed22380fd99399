import type { ServiceTableProblem } from '@repere/directory';
import type { Words } from '@repere/cases';

/** What is wrong with a line of a table of services, in words. */
export const TABLE_PROBLEM_WORDS: Readonly<Record<ServiceTableProblem['code'], Words>> = {
  'no-column': { fr: 'Cette colonne manque.', en: 'This column is missing.' },
  empty: { fr: 'Rien n’est indiqué.', en: 'Nothing stands here.' },
  'too-long': { fr: 'C’est trop long.', en: 'This is too long.' },
  'unknown-code': { fr: 'Ce mot n’est pas de la liste.', en: 'This word is not of the list.' },
  'not-a-territory': {
    fr: 'Ce n’est pas le code d’un département.',
    en: 'This is not the code of a département.',
  },
  'not-a-number': { fr: 'Ce nombre n’est pas possible.', en: 'This number is not possible.' },
  'not-a-phone': { fr: 'Ce n’est pas un numéro.', en: 'This is not a number to call.' },
  'not-hours': { fr: 'Écrivez par exemple 9:00-17:30.', en: 'Write for example 9:00-17:30.' },
  'not-yes-no': { fr: 'Écrivez oui, non, ou rien.', en: 'Write yes, no, or nothing.' },
  'not-text': { fr: 'Il y a des signes invisibles.', en: 'There are invisible signs.' },
  'too-many': { fr: '5 000 lignes au plus.', en: '5,000 lines at most.' },
};
