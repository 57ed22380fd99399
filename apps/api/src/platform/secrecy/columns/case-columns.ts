import {
  ACCOUNT,
  ANYTHING,
  CASE,
  CODED,
  IMPERSONAL,
  ROW,
  TEAM,
  keyedHash,
  oneWay,
} from '../../data/column-class';
import { type ClassifiedTables, each, sealed } from './classified-table';

/** Cases: the journal, what is projected from it, and what surrounds a child. */
export const CASE_COLUMNS: ClassifiedTables = {
  case_file: {
    purpose: { fr: 'dossiers', en: 'cases' },
    retention: 'case',
    columns: {
      id: CASE,
      // Random letters: it says nothing of the child, the place or the date.
      reference: CASE,
      team_id: TEAM,
      ...each(ACCOUNT, 'lead_id', 'opened_by'),
      // INSEE code of the team's département.
      territory: CODED,
      ...each(
        IMPERSONAL,
        'opened_at',
        'seq',
        'changed_at',
        'next_change_at',
        'next_due_at',
        'erased_at',
        'closed_on',
      ),
      data_key_id: ROW,
      child: sealed(['identity', 'contact'], 'case', ['id'], 'data_key_id'),
    },
  },
  assignment: {
    purpose: {
      fr: 'qui suit quel dossier, et quelle partie en est orientée vers un partenaire',
      en: 'who works on which case, and what part of it is referred to a partner',
    },
    retention: 'case',
    columns: {
      case_file_id: CASE,
      team_id: TEAM,
      ...each(ACCOUNT, 'account_id', 'given_by'),
      ...each(CODED, 'relation', 'classes'),
      ...each(ROW, 'entry_id', 'sharing_id'),
      ...each(IMPERSONAL, 'since', 'until_at', 'ended_at'),
    },
  },
  journal_entry: {
    purpose: {
      fr: 'journal du dossier : tout ce qui a été fait et dit',
      en: 'the journal of a case: all that was done and said',
    },
    retention: 'case',
    columns: {
      case_file_id: CASE,
      ...each(IMPERSONAL, 'seq', 'ledger_seq'),
      ...each(ROW, 'id', 'run_id', 'target_id', 'key_id'),
      ...each(CODED, 'kind', 'step', 'occurred_precision', 'occurred_estimated'),
      ...each(IMPERSONAL, 'occurred_from', 'occurred_to', 'recorded_at', 'machine_at', 'device_at'),
      ...each(ACCOUNT, 'entered_by', 'target_entered_by'),
      payload: sealed(ANYTHING, 'case', ['id'], 'key_id'),
      commitment: oneWay('fields, each with a random salt'),
      target_hash: oneWay('commitments of entries'),
    },
  },
  person: {
    purpose: { fr: 'personnes autour de l’enfant', en: 'people around the child' },
    retention: 'case',
    columns: {
      id: ROW,
      case_file_id: CASE,
      key_id: ROW,
      content: sealed(['people', 'contact'], 'case', ['id'], 'key_id'),
      ...each(IMPERSONAL, 'created_at', 'changed_at'),
    },
  },
  child_identity: {
    purpose: { fr: 'retrouver un enfant par son nom', en: 'finding a child by name' },
    retention: 'case',
    columns: {
      kind: CODED,
      token: keyedHash('names, sounds and phones, each under one of 64 salts'),
      case_file_id: CASE,
      team_id: TEAM,
      generation: IMPERSONAL,
    },
  },
  child_signature: {
    purpose: { fr: 'retrouver un enfant par une partie de son nom', en: 'finding a child by part of a name' },
    retention: 'case',
    columns: {
      case_file_id: CASE,
      team_id: TEAM,
      ...each(IMPERSONAL, 'generation', 'salt'),
      signature: keyedHash('parts and sounds of names, and chance'),
    },
  },
  draft: {
    purpose: { fr: 'saisie en cours', en: 'what is being typed' },
    retention: 'draft',
    columns: {
      account_id: ACCOUNT,
      ...each(ROW, 'run_id', 'key_id'),
      ...each(CODED, 'step', 'protocol_version'),
      case_file_id: CASE,
      content: sealed(ANYTHING, 'case', ['account_id', 'run_id', 'step'], 'key_id'),
      ...each(IMPERSONAL, 'revision', 'saved_at', 'recorded_at'),
    },
  },
  run: {
    purpose: { fr: 'protocoles ouverts dans un dossier', en: 'protocols opened in a case' },
    retention: 'case',
    columns: {
      id: ROW,
      case_file_id: CASE,
      team_id: TEAM,
      ...each(CODED, 'protocol', 'version', 'hash', 'ended', 'outcome'),
      opened_at: IMPERSONAL,
    },
  },
  step_state: {
    purpose: { fr: 'ce qui est à faire', en: 'what is to be done' },
    retention: 'case',
    columns: {
      ...each(ROW, 'run_id', 'to_approve'),
      ...each(CODED, 'step', 'protocol', 'state', 'approver_role', 'rests', 'is_over', 'place', 'stands_first'),
      case_file_id: CASE,
      team_id: TEAM,
      opens_at: IMPERSONAL,
    },
  },
  deadline: {
    purpose: { fr: 'délais', en: 'deadlines' },
    retention: 'case',
    columns: {
      run_id: ROW,
      ...each(CODED, 'step', 'of', 'protocol', 'origin', 'owner', 'at_once', 'rests', 'waits_for'),
      ...each(CODED, 'urgency', 'rank', 'place'),
      case_file_id: CASE,
      team_id: TEAM,
      lead_id: ACCOUNT,
      ...each(IMPERSONAL, 'starts_at', 'due_at', 'late_from', 'met_at'),
    },
  },
  case_fact: {
    purpose: {
      fr: 'réponses codées de situation, pour les listes et les chiffres',
      en: 'coded answers about the situation, for lists and figures',
    },
    retention: 'case',
    // Facts of the classes situation and judicial that are codes or figures and not marked sensitive; the rest is in the journal only.
    columns: {
      case_file_id: CASE,
      team_id: TEAM,
      run_id: ROW,
      ...each(CODED, 'fact', 'value'),
      seq: IMPERSONAL,
    },
  },
  alert: {
    purpose: { fr: 'alertes aux encadrants', en: 'alerts to supervisors' },
    retention: 'case',
    columns: {
      ...each(ROW, 'id', 'run_id', 'entry_id'),
      case_file_id: CASE,
      team_id: TEAM,
      ...each(CODED, 'step', 'kind'),
      at: IMPERSONAL,
    },
  },
  alert_seen: {
    purpose: { fr: 'qui a vu quelle alerte', en: 'who saw which alert' },
    retention: 'case',
    columns: { alert_id: ROW, case_file_id: CASE, seen_by: ACCOUNT, seen_at: IMPERSONAL },
  },
  duplicate_search: {
    purpose: { fr: 'limite des recherches de doublons', en: 'limit on looks for duplicates' },
    retention: 'machine',
    columns: { account_id: ACCOUNT, at: IMPERSONAL },
  },
  duplicate_task: {
    purpose: { fr: 'doublons possibles entre équipes', en: 'possible duplicates across teams' },
    retention: 'case',
    columns: {
      id: ROW,
      ...each(CASE, 'case_file_id', 'other_case_file_id'),
      ...each(TEAM, 'team_id', 'other_team_id'),
      ...each(CODED, 'why', 'outcome'),
      ...each(IMPERSONAL, 'raised_at', 'closed_at', 'due_at'),
      ...each(ACCOUNT, 'raised_by', 'closed_by', 'asked_of'),
      note: sealed(['identity', 'narrative'], 'space', ['id']),
    },
  },
};
