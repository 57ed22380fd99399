import { laterWords } from '../platform/pages/later-words';

export const trainingWords = laterWords('training', {
  fr: () => import('../../words/fr/training.json'),
  en: () => import('../../words/en/training.json'),
});
