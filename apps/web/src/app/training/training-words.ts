import { laterWords } from '../platform/pages/later-words';

export const trainingWords = laterWords(async (code) => ({
  training: (code === 'fr'
    ? await import('../../words/fr/training.json')
    : await import('../../words/en/training.json')
  ).default,
}));
