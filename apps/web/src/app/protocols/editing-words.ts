import { laterWords } from '../platform/pages/later-words';

export const editingWords = laterWords(async (code) => ({
  editing: (code === 'fr' ? await import('../../words/fr/editing.json') : await import('../../words/en/editing.json')).default,
}));
