import { DEVIATION_KIND_WORDS } from '@repere/protocol-engine/deviation-kinds';
import { STATUS_DETAILS, STATUS_WORDS } from '@repere/protocol-engine/step-status';
import french from './fr.json';
import { inLanguage } from './in-language';

/** Words of the widgets in French; those of a step's status are the ones of papers. */
export const uiFrench = {
  ...french,
  deviation: inLanguage(DEVIATION_KIND_WORDS, 'fr'),
  status: inLanguage(STATUS_WORDS, 'fr'),
  'status-more': inLanguage(STATUS_DETAILS, 'fr'),
};
