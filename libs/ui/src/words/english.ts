import { DEVIATION_KIND_WORDS } from '@repere/protocol-engine/deviation-kinds';
import { STATUS_DETAILS, STATUS_WORDS } from '@repere/protocol-engine/step-status';
import english from './en.json';
import { inLanguage } from './in-language';

/** Words of the widgets in English; those of a step's status are the ones of papers. */
export const uiEnglish = {
  ...english,
  deviation: inLanguage(DEVIATION_KIND_WORDS, 'en'),
  status: inLanguage(STATUS_WORDS, 'en'),
  'status-more': inLanguage(STATUS_DETAILS, 'en'),
};
