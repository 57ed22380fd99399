import type { LeadRefusal } from '@repere/cases';
import { sentTasks } from '../worklist/sent-tasks.query';

/** What a case shows of a proposal until it is over: it waits, nobody answered in time, or its refusal was not read yet. */
export interface StandingProposalRow {
  readonly id: string;
  readonly toId: string;
  readonly toName: string;
  readonly toTeams: readonly string[];
  readonly byName: string;
  readonly at: string;
  readonly untilAt: string;
  /** Ciphertext in Base64. */
  readonly words: string;
  readonly refusal: LeadRefusal | null;
  readonly answer: string | null;
}

const STANDS = `(p.outcome IS NULL OR p.outcome = 'refused' AND p.noted_at IS NULL)`;

/** SQL: the one of the case `c`; `null` where none stands. */
export const STANDING_PROPOSAL = `(
  SELECT json_build_object('id', p.id, 'toId', p.to_id, 'toName', t.name, 'byName', b.name, 'at', p.at, 'untilAt', p.until_at,
                           'toTeams', ARRAY(SELECT k.name FROM team_member m JOIN team k ON k.id = m.team_id
                                             WHERE m.account_id = p.to_id ORDER BY k.name),
                           'words', encode(p.words, 'base64'), 'refusal', p.refusal, 'answer', encode(p.answer, 'base64'))
    FROM lead_proposal p JOIN account t ON t.id = p.to_id JOIN account b ON b.id = p.by_id
   WHERE p.case_file_id = c.id AND ${STANDS} ORDER BY p.at DESC LIMIT 1)`;

/** A proposal in somebody's day. */
export type SentProposal = readonly [
  ...[id: string, caseFileId: string, asks: 'me' | 'silent' | 'refused'],
  ...[to: string, untilAt: string],
];

/**
 * SQL: of whoever is asked what waits for their word; of who leads or proposed, and of who plans for the team, what nobody answered; of
 * who leads or proposed, a refusal.
 */
export const openProposals = ({ reader, teams, now }: Record<'reader' | 'teams' | 'now', string>): string => {
  const isOver = `p.until_at <= ${now}::timestamptz`;
  const isTheirs = `(p.by_id = ${reader}::uuid OR p.case_file_id IN (SELECT c.id FROM case_file c WHERE c.lead_id = ${reader}::uuid))`;
  return sentTasks(
    `json_build_array(p.id, p.case_file_id, CASE WHEN p.outcome = 'refused' THEN 'refused' WHEN ${isOver} THEN 'silent' ELSE 'me' END,
                      (SELECT name FROM account WHERE id = p.to_id), p.until_at)`,
    `count(*) FILTER (WHERE p.outcome IS NULL AND ${isOver}) OVER ()`,
    `FROM lead_proposal p
      WHERE p.outcome IS NULL AND p.to_id = ${reader}::uuid AND NOT (${isOver})
         OR p.outcome IS NULL AND ${isOver} AND (p.team_id = ANY (${teams}::uuid[]) OR ${isTheirs})
         OR p.outcome = 'refused' AND p.noted_at IS NULL AND ${isTheirs}`,
    'p.until_at, p.id',
  );
};
