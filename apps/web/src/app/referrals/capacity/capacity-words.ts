import { laterWords } from '../../platform/pages/later-words';

export const capacityWords = laterWords('capacity', {
  fr: () => import('../../../words/fr/capacity.json'),
  en: () => import('../../../words/en/capacity.json'),
});
