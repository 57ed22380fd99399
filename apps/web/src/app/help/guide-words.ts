import { laterWords } from '../platform/pages/later-words';

/** What the page of help explains; whom to call and the sheet of rights are said on other pages as well. */
export const guideWords = laterWords('guide', {
  fr: () => import('../../words/fr/guide.json'),
  en: () => import('../../words/en/guide.json'),
});
