import { laterWords } from '../platform/pages/later-words';

export const letterWords = laterWords('letters', {
  fr: () => import('../../words/fr/letters.json'),
  en: () => import('../../words/en/letters.json'),
});
