import { DEVIATION_KIND_WORDS, STATUS_DETAILS, STATUS_WORDS } from '@repere/case-engine';
import { ANSWER_WORDS } from '@repere/protocol';
import french from './fr.json';
import { inLanguage, labelsIn } from './in-language';

/** Words of the widgets in French; answers, deviations and a step's status are called as on papers. */
export const uiFrench = {
  ...french,
  answer: labelsIn(ANSWER_WORDS, 'fr'),
  deviation: inLanguage(DEVIATION_KIND_WORDS, 'fr'),
  status: inLanguage(STATUS_WORDS, 'fr'),
  'status-more': inLanguage(STATUS_DETAILS, 'fr'),
};
