import { sentTasks } from './sent-tasks.query';

/** Minutes that wait for another person. */
export type SentMinutes = readonly [caseFileId: string, appointmentId: string];

/** An action that is open. */
export type SentAction = readonly [
  ...[id: string, caseFileId: string, appointmentId: string],
  ...[owner: string, isOwn: boolean, dueAt: string],
];

/** A referral that is prepared and waits to be sent or dropped. */
export type SentPrepared = readonly [id: string, caseFileId: string, dueAt: string];

/** Of these teams, written by somebody else than the reader. */
export const minutesToRead = (teams: string, reader: string): string =>
  sentTasks(
    `json_build_array(t.case_file_id, t.appointment_id)`,
    '0',
    `FROM conference_task t
      WHERE t.kind = 'minutes' AND t.team_id = ANY (${teams}::uuid[]) AND ${reader}::uuid <> ALL (t.writer_ids)`,
    't.id',
  );

/** Of the owner; of who plans for these teams what is late, and what nobody does any more: its owner is gone, or kept away. */
export const openActions = ({ owner, teams, now }: Record<'owner' | 'teams' | 'now', string>): string =>
  sentTasks(
    `json_build_array(t.id, t.case_file_id, t.appointment_id, (SELECT name FROM account WHERE id = t.owner_id),
                      t.owner_id = ${owner}::uuid, t.due_at)`,
    `count(*) FILTER (WHERE t.due_at <= ${now}::timestamptz) OVER ()`,
    `FROM conference_task t
      WHERE t.kind = 'action' AND (t.owner_id = ${owner}::uuid OR t.team_id = ANY (${teams}::uuid[])
        AND (t.due_at <= ${now}::timestamptz OR NOT is_open_account(t.owner_id) OR is_in_conflict(t.case_file_id, t.owner_id)))`,
    't.due_at, t.id',
  );

/**
 * Prepared a day ago or more, of who leads the case or kept it last; of who plans for these teams those of a case that nobody leads. Of a
 * closed case there is none to be sent.
 */
export const preparedReferrals = ({
  reader,
  teams,
  now,
}: Record<'reader' | 'teams' | 'now', string>): string =>
  sentTasks(
    `json_build_array(p.id, p.case_file_id, p.due_at)`,
    'count(*) OVER ()',
    `FROM prepared_referral p JOIN case_file c ON c.id = p.case_file_id
      WHERE p.due_at <= ${now}::timestamptz AND c.closed_on IS NULL
        AND (p.by_id = ${reader}::uuid OR c.lead_id = ${reader}::uuid
             OR p.team_id = ANY (${teams}::uuid[]) AND (c.lead_id IS NULL OR NOT is_open_account(c.lead_id)))`,
    'p.due_at, p.id',
  );
