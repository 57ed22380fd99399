import { laterWords } from '../platform/pages/later-words';

export const administrationWords = laterWords(async (code) => ({
  administration: (code === 'fr'
    ? await import('../../words/fr/administration.json')
    : await import('../../words/en/administration.json')
  ).default,
}));
