import {
  ACCOUNT,
  ANYTHING,
  CASE,
  CODED,
  type ClassifiedTables,
  IMPERSONAL,
  ROW,
  TEAM,
  each,
  oneWay,
  sealed,
  staff,
} from './column-class';

/** Privacy as work: periods, holds, erasures, what was shared, and requests for access. */
export const PRIVACY_COLUMNS: ClassifiedTables = {
  retention_decision: {
    purpose: {
      fr: 'durées de conservation que le service s’est données',
      en: 'periods of retention that the service gave itself',
    },
    retention: 'record',
    columns: {
      id: ROW,
      ...each(CODED, 'rule', 'months', 'outcome'),
      source: staff('the text or decision that a period stands on, as the service wrote it: about no child'),
      ...each(ACCOUNT, 'proposed_by', 'settled_by'),
      ...each(IMPERSONAL, 'proposed_at', 'settled_at'),
      ...each(oneWay('rule, months and source'), 'hash', 'settled_hash'),
    },
  },
  legal_hold: {
    purpose: { fr: 'dossiers que personne ne doit effacer', en: 'cases that nobody may erase' },
    retention: 'case',
    columns: {
      id: ROW,
      case_file_id: CASE,
      team_id: TEAM,
      ...each(ACCOUNT, 'set_by', 'lifted_by'),
      ...each(IMPERSONAL, 'set_at', 'set_seq', 'lifted_at', 'lifted_seq'),
    },
  },
  erasure: {
    purpose: {
      fr: 'effacements : qui les a décidés, et pourquoi',
      en: 'erasures: who decided them, and why',
    },
    retention: 'record',
    columns: {
      id: ROW,
      // Made at random: neither says anything of a child.
      reference: { is: 'pseudonym', of: 'row' },
      case_reference: CASE,
      case_file_id: CASE,
      team_id: TEAM,
      ...each(CODED, 'ground', 'rule', 'outcome'),
      case_key_id: ROW,
      basis: sealed(['staff'], 'space', ['id']),
      ...each(oneWay('the case as it was proposed'), 'hash', 'approved_hash'),
      ...each(ACCOUNT, 'proposed_by', 'settled_by'),
      ...each(IMPERSONAL, 'proposed_at', 'settled_at', 'event_seq'),
    },
  },
  erased_event: {
    purpose: {
      fr: 'inscriptions du registre dont le contenu est effacé',
      en: 'entries of the record whose content was erased',
    },
    retention: 'record',
    columns: { event_seq: IMPERSONAL, erasure_id: ROW },
  },
  sharing: {
    purpose: {
      fr: 'ce qui a été dit d’un dossier, à qui, pour quel motif',
      en: 'what was told of a case, to whom, on which ground',
    },
    retention: 'case',
    columns: {
      ...each(ROW, 'id', 'corrects'),
      case_file_id: CASE,
      team_id: TEAM,
      ...each(CODED, 'ground', 'classes'),
      by_id: ACCOUNT,
      ...each(IMPERSONAL, 'shared_on', 'at', 'event_seq'),
    },
  },
  access_request: {
    purpose: {
      fr: 'demandes d’accès : ce qu’une personne a demandé sur elle-même, et ce qui lui a été remis',
      en: 'requests for access: what a person asked about themselves, and what they were handed',
    },
    retention: 'case',
    columns: {
      ...each(ROW, 'id', 'person_id', 'key_id'),
      ...each(CODED, 'subject', 'outcome'),
      team_id: TEAM,
      case_file_id: CASE,
      ...each(ACCOUNT, 'account_id', 'prepared_by', 'reviewed_by', 'settled_by'),
      content: sealed(ANYTHING, 'case-or-space', ['id'], 'key_id'),
      review: sealed(ANYTHING, 'case-or-space', ['id'], 'key_id'),
      settling: sealed(ANYTHING, 'case-or-space', ['id'], 'key_id'),
      ...each(oneWay('the lines that were gathered, under a random salt'), 'hash', 'reviewed_hash'),
      ...each(IMPERSONAL, 'received_on', 'due_on', 'prepared_at', 'revision', 'lines', 'reviewed_lines'),
      ...each(IMPERSONAL, 'reviewed_at', 'settled_at'),
    },
  },
};
