import { sentTasks } from './sent-tasks.query';

/** What a need of a child waits for. `isOwn`: from who reads; else it is late, in a team that they plan for. */
export type SentNeedTask = readonly [
  ...[
    id: string,
    caseFileId: string,
    kind: 'ask-next' | 'receive' | 'read-message',
    isOwn: boolean,
    dueAt: string,
  ],
];

/**
 * SQL: how many there are, how many late, and the first of them. Of who leads the case, stands in, is assigned or on duty, and of who asked;
 * of who plans for these teams what is late.
 */
export const needTasks = ({ reader, teams, now }: Record<'reader' | 'teams' | 'now', string>): string => {
  const own = `(t.asker_id = ${reader}::uuid OR t.case_file_id IN (SELECT r.case_id FROM case_relation_now r
        WHERE r.account_id = ${reader}::uuid AND r.relation IN ('lead','substitute','assigned','on-duty')))`;
  return sentTasks(
    `json_build_array(t.id, t.case_file_id, t.kind, ${own}, t.due_at)`,
    `count(*) FILTER (WHERE t.due_at <= ${now}::timestamptz) OVER ()`,
    `FROM need_task t WHERE t.kind <> 'age-gap' AND (${own} OR t.team_id = ANY (${teams}::uuid[]) AND t.late_at <= ${now}::timestamptz)`,
    't.due_at, t.id',
  );
};
