/** So many are listed of a kind; the others are counted. */
const MOST = 50;

/** Minutes that wait for another person. */
export type SentMinutes = readonly [caseFileId: string, appointmentId: string];

/** An action that is open. */
export type SentAction = readonly [
  ...[id: string, caseFileId: string, appointmentId: string],
  ...[owner: string, isOwn: boolean, dueAt: string],
];

/** SQL: how many there are, how many late, and the first of them, in one look at what waits. */
const told = (line: string, late: string, from: string, order: string): string =>
  `SELECT coalesce(max(n), 0)::int AS count, coalesce(max(late), 0)::int AS late, json_agg(line) AS items
     FROM (SELECT ${line} AS line, count(*) OVER () AS n, ${late} AS late ${from} ORDER BY ${order} LIMIT ${String(MOST)}) AS t`;

/** Of these teams, written by somebody else than the reader. */
export const minutesToRead = (teams: string, reader: string): string =>
  told(
    `json_build_array(t.case_file_id, t.appointment_id)`,
    '0',
    `FROM conference_task t
      WHERE t.kind = 'minutes' AND t.team_id = ANY (${teams}::uuid[]) AND ${reader}::uuid <> ALL (t.writer_ids)`,
    't.id',
  );

/** Of the owner; of who plans for these teams what is late, and what nobody does any more: its owner is gone, or kept away. */
export const openActions = ({ owner, teams, now }: Record<'owner' | 'teams' | 'now', string>): string =>
  told(
    `json_build_array(t.id, t.case_file_id, t.appointment_id, (SELECT name FROM account WHERE id = t.owner_id),
                      t.owner_id = ${owner}::uuid, t.due_at)`,
    `count(*) FILTER (WHERE t.due_at <= ${now}::timestamptz) OVER ()`,
    `FROM conference_task t
      WHERE t.kind = 'action' AND (t.owner_id = ${owner}::uuid OR t.team_id = ANY (${teams}::uuid[])
        AND (t.due_at <= ${now}::timestamptz OR NOT is_open_account(t.owner_id) OR is_in_conflict(t.case_file_id, t.owner_id)))`,
    't.due_at, t.id',
  );
