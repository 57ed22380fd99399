import { DEVIATION_KIND_WORDS, STATUS_DETAILS, STATUS_WORDS } from '@repere/case-engine';
import english from './en.json';
import { inLanguage } from './in-language';

/** Words of the widgets in English; those of a step's status are the ones of papers. */
export const uiEnglish = {
  ...english,
  deviation: inLanguage(DEVIATION_KIND_WORDS, 'en'),
  status: inLanguage(STATUS_WORDS, 'en'),
  'status-more': inLanguage(STATUS_DETAILS, 'en'),
};
