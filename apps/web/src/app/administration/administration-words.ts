import { laterWords } from '../platform/pages/later-words';

export const administrationWords = laterWords('administration', {
  fr: () => import('../../words/fr/administration.json'),
  en: () => import('../../words/en/administration.json'),
});
