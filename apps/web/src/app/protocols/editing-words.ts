import { laterWords } from '../platform/pages/later-words';

export const editingWords = laterWords('editing', {
  fr: () => import('../../words/fr/editing.json'),
  en: () => import('../../words/en/editing.json'),
});
