import type { ServiceNeed } from '@repere/directory';
import { rows } from '../../../platform/data/statement';

/** Needs of the directory for which somebody was asked in the case `$1`, by question for a place or by referral. */
export const ASKED_NEEDS = rows<{ readonly need: ServiceNeed }>({ need: 'text!' }).from(`
  SELECT need FROM capacity_question WHERE case_file_id = $1
  UNION SELECT need FROM referral_event WHERE case_file_id = $1 AND kind = 'sent' AND need IS NOT NULL`);
