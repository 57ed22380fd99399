import { laterWords } from '../platform/pages/later-words';

export const documentWords = laterWords('documents', {
  fr: () => import('../../words/fr/documents.json'),
  en: () => import('../../words/en/documents.json'),
});
