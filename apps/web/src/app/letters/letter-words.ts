import { laterWords } from '../platform/pages/later-words';

export const letterWords = laterWords(async (code) => ({
  letters: (code === 'fr'
    ? await import('../../words/fr/letters.json')
    : await import('../../words/en/letters.json')
  ).default,
}));
