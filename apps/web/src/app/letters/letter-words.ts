import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { Language, type LanguageCode } from '@repere/ui';

/** The words of letters come with the pages that say them: the first page is lighter without. */
export const letterWords: CanActivateFn = async () => {
  await inject(Language).useAlso(loadLetterWords);
  return true;
};

const loadLetterWords = async (code: LanguageCode) => ({
  letters: (code === 'fr'
    ? await import('../../words/fr/letters.json')
    : await import('../../words/en/letters.json')
  ).default,
});
