import { laterWords } from '../../platform/pages/later-words';

/** For the pages of scenarios to be read and written. */
export const scenarioWords = laterWords('scenarios', {
  fr: () => import('../../../words/fr/scenarios.json'),
  en: () => import('../../../words/en/scenarios.json'),
});
