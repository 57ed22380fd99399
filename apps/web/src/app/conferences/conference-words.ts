import { laterWords } from '../platform/pages/later-words';

export const conferenceWords = laterWords('conferences', {
  fr: () => import('../../words/fr/conferences.json'),
  en: () => import('../../words/en/conferences.json'),
});
