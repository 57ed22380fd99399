import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../data/column-class';
import { type ClassifiedTables, each, sealed } from './classified-table';

const words = sealed(['narrative', 'staff'], 'case', ['id'], 'key_id');

/** What ties people to cases, and what bars them. */
export const RELATION_COLUMNS: ClassifiedTables = {
  substitution: {
    purpose: { fr: 'remplacements pendant un congé', en: 'substitution during leave' },
    retention: 'account',
    columns: {
      id: ROW,
      team_ids: TEAM,
      ...each(ACCOUNT, 'absent_id', 'substitute_id', 'named_by', 'ended_by'),
      ...each(IMPERSONAL, 'from_at', 'until_at', 'named_at', 'ended_at'),
    },
  },
  duty: {
    purpose: { fr: 'astreintes', en: 'the rota' },
    retention: 'account',
    columns: {
      id: ROW,
      team_id: TEAM,
      ...each(ACCOUNT, 'account_id', 'named_by', 'ended_by'),
      ...each(IMPERSONAL, 'from_at', 'until_at', 'named_at', 'ended_at'),
    },
  },
  restriction: {
    purpose: { fr: 'dossiers réservés à un cercle', en: 'cases restricted to a circle' },
    retention: 'case',
    columns: {
      ...each(ROW, 'id', 'key_id'),
      case_file_id: CASE,
      team_id: TEAM,
      ...each(ACCOUNT, 'circle', 'set_by', 'ended_by'),
      reason: CODED,
      words,
      ...each(IMPERSONAL, 'since', 'ended_at'),
    },
  },
  recusal: {
    purpose: { fr: 'conflits d’intérêts déclarés', en: 'conflicts of interest declared' },
    retention: 'case',
    columns: {
      ...each(ROW, 'id', 'key_id'),
      case_file_id: CASE,
      team_id: TEAM,
      ...each(ACCOUNT, 'account_id', 'lifted_by'),
      words,
      ...each(IMPERSONAL, 'declared_at', 'lifted_at'),
    },
  },
  break_glass: {
    purpose: { fr: 'accès d’urgence et leur contrôle', en: 'emergency access and its review' },
    retention: 'case',
    columns: {
      ...each(ROW, 'id', 'key_id'),
      case_file_id: CASE,
      team_id: TEAM,
      ...each(ACCOUNT, 'account_id', 'reviewed_by', 'ended_by'),
      ...each(CODED, 'reason', 'verdict'),
      ...each(words, 'words', 'review'),
      ...each(IMPERSONAL, 'opened_at', 'until_at', 'review_due_at', 'reviewed_at', 'ended_at'),
    },
  },
};
