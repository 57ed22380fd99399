import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { Language, type LanguageCode } from '@repere/ui';

/** The words of the editor come with the pages that say them: the first page is lighter without. */
export const editingWords: CanActivateFn = async () => {
  await inject(Language).useAlso(loadEditingWords);
  return true;
};

const loadEditingWords = async (code: LanguageCode) => ({
  editing: (code === 'fr' ? await import('../../words/fr/editing.json') : await import('../../words/en/editing.json'))
    .default,
});
