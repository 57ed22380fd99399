import { DEVIATION_KIND_WORDS, STATUS_DETAILS, STATUS_WORDS } from '@repere/case-engine';
import { ANSWER_WORDS } from '@repere/protocol';
import english from './en.json';
import { inLanguage, labelsIn } from './in-language';

/** Words of the widgets in English; answers, deviations and a step's status are called as on papers. */
export const uiEnglish = {
  ...english,
  answer: labelsIn(ANSWER_WORDS, 'en'),
  deviation: inLanguage(DEVIATION_KIND_WORDS, 'en'),
  status: inLanguage(STATUS_WORDS, 'en'),
  'status-more': inLanguage(STATUS_DETAILS, 'en'),
};
