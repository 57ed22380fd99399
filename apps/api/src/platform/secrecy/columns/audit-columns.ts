import { ACCOUNT, ANYTHING, CASE, CODED, IMPERSONAL, ROW, TEAM, oneWay } from '../../data/column-class';
import { type ClassifiedTables, each, sealed } from './classified-table';

/** How cases were handled, and who looked. */
export const AUDIT_COLUMNS: ClassifiedTables = {
  step_conformance: {
    purpose: { fr: 'étapes comparées à leur protocole', en: 'steps beside their protocol' },
    retention: 'case',
    columns: {
      ...each(ROW, 'run_id', 'late_after', 'unapproved_entry', 'unweighed_entry'),
      case_file_id: CASE,
      team_id: TEAM,
      ...each(CODED, 'step', 'protocol', 'version', 'weight', 'expected', 'met', 'origin'),
      ...each(IMPERSONAL, 'opened_at', 'times', 'possible_at', 'done_at', 'waited_ms', 'late_ms'),
      ...each(IMPERSONAL, 'late_from', 'unapproved_from', 'unweighed_from'),
    },
  },
  deviation: {
    purpose: { fr: 'écarts au protocole', en: 'deviations from the protocol' },
    retention: 'case',
    columns: {
      ...each(ROW, 'key', 'run_id', 'entry_id'),
      case_file_id: CASE,
      team_id: TEAM,
      ...each(CODED, 'kind', 'step', 'protocol', 'version', 'rank', 'origin'),
      ...each(IMPERSONAL, 'opened_at', 'since', 'by_ms'),
      entered_by: ACCOUNT,
    },
  },
  deviation_judgement: {
    purpose: { fr: 'ce qui a été dit d’un écart', en: 'what was said of a deviation' },
    retention: 'case',
    // The words are the event's payload.
    columns: {
      ...each(ROW, 'id', 'deviation_key', 'run_id'),
      case_file_id: CASE,
      team_id: TEAM,
      ...each(CODED, 'step', 'kind'),
      ...each(ACCOUNT, 'by_id', 'entered_by'),
      ...each(IMPERSONAL, 'at', 'event_seq'),
    },
  },
  mission: {
    purpose: { fr: 'missions d’audit', en: 'audit missions' },
    retention: 'audit',
    columns: {
      ...each(ROW, 'id', 'reference', 'key_id'),
      ...each(CODED, 'state', 'protocols', 'method', 'seed_given'),
      team_ids: TEAM,
      ...each(ACCOUNT, 'auditor_ids', 'created_by', 'opened_by', 'closed_by'),
      content: sealed(['narrative'], 'space', ['id'], 'key_id'),
      // Aliases of cases.
      frame: CASE,
      frame_hash: oneWay('aliases of cases'),
      seed: IMPERSONAL,
      ...each(IMPERSONAL, 'revision', 'period_from', 'period_to', 'size'),
      ...each(IMPERSONAL, 'created_at', 'opened_at', 'closed_at'),
    },
  },
  mission_case: {
    purpose: { fr: 'dossiers examinés', en: 'cases examined' },
    retention: 'audit',
    columns: {
      mission_id: ROW,
      ...each(CASE, 'case_file_id', 'alias'),
      team_id: TEAM,
      ...each(IMPERSONAL, 'place', 'score', 'revision', 'examined_at'),
      reasons: CODED,
      key_id: ROW,
      answers: sealed(['situation', 'narrative'], 'case', ['mission_id', 'case_file_id'], 'key_id'),
      examined_by: ACCOUNT,
    },
  },
  mission_finding: {
    purpose: { fr: 'constats d’audit', en: 'audit findings' },
    retention: 'audit',
    columns: {
      ...each(ROW, 'id', 'mission_id', 'reference', 'key_id'),
      case_file_id: CASE,
      team_id: TEAM,
      severity: CODED,
      ...each(IMPERSONAL, 'due_on', 'revision', 'raised_at', 'answered_at', 'closed_at'),
      ...each(ACCOUNT, 'author_id', 'owner_id', 'answered_by', 'closed_by'),
      ...each(
        sealed(['situation', 'narrative'], 'case-or-space', ['id'], 'key_id'),
        'content',
        'answer',
        'closing',
      ),
    },
  },
  look: {
    purpose: { fr: 'qui a consulté quel dossier', en: 'who looked at which case' },
    retention: 'record',
    columns: {
      ...each(IMPERSONAL, 'event_seq', 'at'),
      case_file_id: CASE,
      // The reader's alias.
      reader: ACCOUNT,
      teams: TEAM,
      ...each(CODED, 'type', 'purpose', 'outcome'),
    },
  },
  look_question: {
    purpose: { fr: 'questions sur une consultation', en: 'questions about a look' },
    retention: 'audit',
    columns: {
      ...each(ROW, 'id', 'key_id'),
      case_file_id: CASE,
      ...each(IMPERSONAL, 'event_seq', 'asked_at', 'answered_at'),
      ...each(ACCOUNT, 'asked_by', 'asked_of'),
      ...each(sealed(['narrative'], 'case', ['id'], 'key_id'), 'question', 'answer'),
    },
  },
  stopped_act: {
    purpose: { fr: 'actes qu’une règle a empêchés', en: 'acts that a rule stopped' },
    retention: 'record',
    columns: { event_seq: IMPERSONAL, case_file_id: CASE, team_id: TEAM, rules: CODED, at: IMPERSONAL },
  },
  audit_bundle: {
    purpose: { fr: 'dossiers de preuve demandés', en: 'audit bundles ordered' },
    retention: 'audit',
    columns: {
      ...each(ROW, 'id', 'mission_id'),
      kind: CODED,
      case_file_ids: CASE,
      asked_by: ACCOUNT,
      content: {
        is: 'ciphertext',
        holds: ['narrative'],
        under: 'several-cases',
        row: ['id'],
        form: 'json',
      },
      ...each(IMPERSONAL, 'asked_at', 'made_seq', 'entries', 'bytes', 'finished_at', 'kept_until'),
    },
  },
  audit_bundle_file: {
    purpose: { fr: 'dossiers de preuve à télécharger', en: 'audit bundles to download' },
    retention: 'copy',
    columns: {
      bundle_id: ROW,
      content: {
        is: 'ciphertext',
        holds: ANYTHING,
        under: 'several-cases',
        row: ['bundle_id'],
        form: 'bytes',
      },
    },
  },
};
