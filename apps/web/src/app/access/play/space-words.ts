import type { LanguageCode } from '@repere/ui';

/** The words of training spaces come where there are some: the first page is lighter without. For `Language.useAlso`. */
export const loadSpaceWords = async (code: LanguageCode) => ({
  spaces: (code === 'fr'
    ? await import('../../../words/fr/spaces.json')
    : await import('../../../words/en/spaces.json')
  ).default,
});
