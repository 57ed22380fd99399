import { ACCOUNT, CASE, CODED, IMPERSONAL, PUBLISHED, ROW, TEAM } from '../../data/column-class';
import { type ClassifiedTables, each, sealed } from './classified-table';

/** Protocols: written to be read by everybody. */
export const LIBRARY_COLUMNS: ClassifiedTables = {
  protocol_version: {
    purpose: { fr: 'protocoles publiés', en: 'published protocols' },
    retention: 'protocol',
    columns: {
      ...each(PUBLISHED, 'name', 'version', 'hash', 'document', 'files', 'change_notes', 'base', 'territory'),
      ...each(PUBLISHED, 'lost_proofs', 'loss_reason'),
      ...each(ACCOUNT, 'published_by', 'approved_by', 'loss_accepted_by'),
      ...each(IMPERSONAL, 'published_at', 'in_force_from'),
    },
  },
  protocol_proof: {
    purpose: { fr: 'preuves des garde-fous', en: 'proofs of the safeguards' },
    retention: 'protocol',
    columns: { id: ROW, ...each(PUBLISHED, 'subjects', 'report'), explored_at: IMPERSONAL },
  },
  protocol_draft: {
    purpose: { fr: 'protocoles en cours d’écriture', en: 'protocols being written' },
    retention: 'protocol',
    columns: {
      id: ROW,
      ...each(PUBLISHED, 'protocol', 'from_version', 'version', 'title', 'files', 'change_notes'),
      ...each(PUBLISHED, 'hash', 'approved_hash', 'loss_hash', 'loss_reason'),
      ...each(IMPERSONAL, 'in_force_from', 'revision', 'changed_at', 'created_at', 'approved_at'),
      state: CODED,
      ...each(ACCOUNT, 'author_id', 'saved_by', 'changed_by', 'approved_by', 'loss_accepted_by'),
    },
  },
  draft_comment: {
    purpose: { fr: 'remarques de relecture', en: 'comments of reviewers' },
    retention: 'protocol',
    columns: {
      ...each(ROW, 'id', 'draft_id'),
      ...each(ACCOUNT, 'by_id', 'settled_by'),
      ...each(IMPERSONAL, 'at', 'revision', 'settled_at'),
      place: PUBLISHED,
      text: { is: 'emptied', into: 'content' },
      // Free text: a practitioner may well say "as with …".
      content: sealed(['narrative'], 'space', ['id']),
    },
  },
  protocol_exploration: {
    purpose: { fr: 'recherche de failles d’un protocole', en: 'search for faults of a protocol' },
    retention: 'protocol',
    columns: {
      ...each(ROW, 'id', 'draft_id'),
      ...each(IMPERSONAL, 'revision', 'asked_at', 'finished_at'),
      ...each(PUBLISHED, 'hash', 'report'),
      asked_by: ACCOUNT,
    },
  },
  protocol_dry_run: {
    purpose: { fr: 'essais d’une version sur les dossiers ouverts', en: 'trials of a version on open cases' },
    retention: 'protocol',
    columns: {
      ...each(ROW, 'id', 'draft_id', 'last_run_id'),
      ...each(PUBLISHED, 'protocol', 'to_version', 'hash', 'document'),
      asked_by: ACCOUNT,
      ...each(IMPERSONAL, 'asked_at', 'finished_at', 'total', 'done'),
      counts: CODED,
    },
  },
  dry_run_trial: {
    purpose: { fr: 'ce qu’un essai changerait', en: 'what a trial would change' },
    retention: 'protocol',
    // Codes and times, and titles of steps as the protocol has them.
    columns: { ...each(ROW, 'dry_run_id', 'run_id'), case_file_id: CASE, team_id: TEAM, trial: PUBLISHED },
  },
};
