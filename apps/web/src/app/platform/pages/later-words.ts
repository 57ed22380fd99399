import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { Language, type LanguageCode } from '@repere/ui';

type LaterWords = (code: LanguageCode) => Promise<object>;

/** Words of a domain that come with what says them: the first page is lighter without. For `waitFor`, or `Language.useAlso`. */
export const laterWords =
  (
    domain: string,
    files: Readonly<Record<LanguageCode, () => Promise<{ readonly default: object }>>>,
  ): LaterWords =>
  async (code) => ({ [domain]: (await files[code]()).default });

/** Pages are shown once they have these words. */
export const waitFor =
  (words: LaterWords): CanActivateFn =>
  async () => {
    await inject(Language).useAlso(words);
    return true;
  };
