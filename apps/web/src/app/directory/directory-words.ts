import { laterWords } from '../platform/pages/later-words';

export const directoryWords = laterWords('directory', {
  fr: () => import('../../words/fr/directory.json'),
  en: () => import('../../words/en/directory.json'),
});
