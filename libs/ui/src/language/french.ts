import { DEVIATION_KIND_WORDS, STATUS_DETAILS, STATUS_WORDS } from '@repere/case-engine';
import french from './fr.json';
import { inLanguage } from './in-language';

/** Words of the widgets in French; those of a step's status are the ones of papers. */
export const uiFrench = {
  ...french,
  deviation: inLanguage(DEVIATION_KIND_WORDS, 'fr'),
  status: inLanguage(STATUS_WORDS, 'fr'),
  'status-more': inLanguage(STATUS_DETAILS, 'fr'),
};
