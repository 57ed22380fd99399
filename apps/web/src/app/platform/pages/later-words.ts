import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { Language, type LanguageCode } from '@repere/ui';

/** Words that come with the pages that say them: the first page is lighter without. */
export const laterWords =
  (load: (code: LanguageCode) => Promise<object>): CanActivateFn =>
  async () => {
    await inject(Language).useAlso(load);
    return true;
  };
