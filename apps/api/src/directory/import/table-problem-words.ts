import type { ServiceTableProblem } from '@repere/directory';
import type { Words } from '@repere/cases';

/** What is wrong with a line of a table of services, in words. */
export const TABLE_PROBLEM_WORDS: Readonly<Record<ServiceTableProblem['code'], Words>> = {
  'no-column': { fr: 'Cette colonne manque.', en: 'This column is missing.' },
  twice: { fr: 'Cette colonne est déjà dite par une autre.', en: 'Another column says this already.' },
  ambiguous: {
    fr: 'Ce titre peut dire plusieurs choses : choisissez une des colonnes ci-dessous.',
    en: 'This title may mean several things: choose one of the columns below.',
  },
  'no-title': {
    fr: 'Cette cellule n’est sous aucun titre de colonne.',
    en: 'This cell stands below no title of a column.',
  },
  empty: { fr: 'Rien n’est indiqué.', en: 'Nothing stands here.' },
  'unknown-code': { fr: 'Ce mot n’est pas de la liste.', en: 'This word is not of the list.' },
  'not-a-number': { fr: 'Ce nombre n’est pas possible.', en: 'This number is not possible.' },
  'not-ages': { fr: 'Écrivez par exemple 13-17.', en: 'Write for example 13-17.' },
  'not-hours': { fr: 'Écrivez par exemple 9:00-17:30.', en: 'Write for example 9:00-17:30.' },
  'not-yes-no': { fr: 'Écrivez oui, non, ou rien.', en: 'Write yes, no, or nothing.' },
  'too-many': { fr: '5 000 lignes au plus.', en: '5,000 lines at most.' },
};
