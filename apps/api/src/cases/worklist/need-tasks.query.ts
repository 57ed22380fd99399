import { casesInChargeOf, sentTasks } from './sent-tasks.query';

/**
 * `ask-first`: a service was looked for, and nobody was asked. `ask-next`: who was asked said no or nothing, and nobody asked the next one.
 * `receive`: a service accepted, and nobody recorded that the child was received there. `read-message`: a service wrote, and nobody marked
 * it as read. `age-gap`: services that would meet it shut out those of sixteen and seventeen (G05): for supervisors alone.
 */
export type NeedTaskKind = 'ask-first' | 'ask-next' | 'receive' | 'read-message' | 'age-gap';

/** Whether it ends with the case, and begins again where that goes on: somebody is to be asked. A child who is on the way still arrives. */
const ENDS_WITH_CASE: Readonly<Record<NeedTaskKind, boolean>> = {
  ...{ 'ask-first': true, 'ask-next': true, 'age-gap': true, receive: false, 'read-message': false },
};

/** What a need of a child waits for. `isOwn`: from who reads; else it is late, in a team that they plan for. */
export type SentNeedTask = readonly [
  ...[id: string, caseFileId: string, kind: Exclude<NeedTaskKind, 'age-gap'>, isOwn: boolean, dueAt: string],
];

const ENDING = Object.entries(ENDS_WITH_CASE).flatMap(([kind, ends]) => (ends ? [`'${kind}'`] : []));

/** SQL of `t`: it is to be done as its case stands. */
export const STANDS_IN_CASE = `(t.kind NOT IN (${ENDING.join()})
    OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = t.case_file_id AND f.closed_on IS NULL))`;

/** SQL of `t`: not for supervisors alone. */
export const TASK_OF_WORKERS = `t.kind <> 'age-gap' AND ${STANDS_IN_CASE}`;

/**
 * SQL: how many there are, how many late, and the first of them. Of who leads the case, stands in, is assigned or on duty, and of who asked;
 * of who plans for these teams what is late.
 */
export const needTasks = ({ reader, teams, now }: Record<'reader' | 'teams' | 'now', string>): string => {
  const own = `(t.asker_id = ${reader}::uuid OR t.case_file_id IN ${casesInChargeOf(reader)})`;
  return sentTasks(
    `json_build_array(t.id, t.case_file_id, t.kind, ${own}, t.due_at)`,
    `count(*) FILTER (WHERE t.due_at <= ${now}::timestamptz) OVER ()`,
    `FROM need_task t WHERE ${TASK_OF_WORKERS} AND (${own} OR t.team_id = ANY (${teams}::uuid[]) AND t.late_at <= ${now}::timestamptz)`,
    't.due_at, t.id',
  );
};
