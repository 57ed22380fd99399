import type pg from 'pg';
import type { Span, RelationsWorld } from './relations-world';
import { TEAMS } from './relations-world';

const HOUR = 3_600_000;

const idOf = (kind: string) => (n: number) =>
  `${kind.repeat(8)}-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const accountId = idOf('a');
export const caseId = idOf('c');
export const teamId = idOf('d');
export const missionId = idOf('e');

const at = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

/**
 * The rows of a world, written past triggers and foreign keys within the running transaction, which is to be rolled back: what
 * relates people to a case, and of the rest only what no column can do without.
 */
export async function insertRelationsWorld(client: pg.Client, world: RelationsWorld): Promise<void> {
  const { now } = world;
  const insert = (sql: string, ...parameters: readonly unknown[]) => client.query(sql, [...parameters]);
  const endOf = (it: Span): readonly [ended: Date | null, by: string | null] => [
    at(it.ended),
    it.ended === null ? null : accountId(99),
  ];
  /** Both begin when they are, the later of the first day and of the moment of naming: every second one was named late. */
  const beginOf = (it: Span, index: number): readonly [from: Date | null, named: Date | null] =>
    index % 2 === 0 && it.since <= now
      ? [at(it.since - HOUR), at(it.since)]
      : [at(it.since), at(Math.min(it.since, now) - HOUR)];
  await client.query(`SET LOCAL session_replication_role = replica`);
  for (let n = 0; n < TEAMS; n++)
    await insert(
      `INSERT INTO team (id, name, territory) VALUES ($1, $2, '93')`,
      teamId(n),
      `Team ${String(n)}`,
    );
  for (const [n, it] of world.accounts.entries()) {
    await insert(
      `INSERT INTO account (id, login, name, roles, disabled_at, starts_on, ends_on) VALUES ($1, $2, $2, $3, $4, $5, $6)`,
      ...[
        accountId(n),
        `account-${String(n)}`,
        it.roles,
        it.isDisabled ? at(now) : null,
        it.startsOn,
        it.endsOn,
      ],
    );
    await insert(
      `INSERT INTO team_member (team_id, account_id) SELECT unnest($1::uuid[]), $2`,
      it.teams.map(teamId),
      accountId(n),
    );
  }
  for (const [n, it] of world.cases.entries()) {
    const id = caseId(n);
    await insert(
      `INSERT INTO case_file (id, reference, team_id, lead_id, territory, opened_at, opened_by, changed_at, data_key_id, child)
       VALUES ($1, $2, $3, $4, '93', $5, 'system:seed', $5, $1, 'x')`,
      ...[
        id,
        `T-${String(n)}`,
        teamId(it.team),
        it.lead === null ? null : accountId(it.lead),
        at(now - HOUR),
      ],
    );
    if (it.circle)
      await insert(
        `INSERT INTO restriction (id, case_file_id, team_id, circle, reason, key_id, words, since, set_by)
         VALUES (gen_random_uuid(), $1, $2, $3, 'other', $1, 'x', $4, $5)`,
        ...[id, teamId(it.team), it.circle.map(accountId), at(now), accountId(99)],
      );
    for (const { account, isLifted } of it.recused)
      await insert(
        `INSERT INTO recusal (id, case_file_id, team_id, account_id, key_id, words, declared_at, lifted_at, lifted_by)
         VALUES (gen_random_uuid(), $1, $2, $3, $1, 'x', $4, $5, $6)`,
        ...[id, teamId(it.team), accountId(account), at(now - HOUR)],
        ...(isLifted ? [at(now), accountId(99)] : [null, null]),
      );
  }
  for (const it of world.given)
    await insert(
      `INSERT INTO assignment (case_file_id, team_id, account_id, relation, since, until_at, ended_at, entry_id, classes, sharing_id)
       SELECT c.id, c.team_id, $2, $3, $4, $5, $6, CASE $3 WHEN 'approver' THEN c.id END,
              CASE $3 WHEN 'partner' THEN ARRAY['identity'] END, CASE $3 WHEN 'partner' THEN gen_random_uuid() END
         FROM case_file c WHERE c.id = $1`,
      ...[caseId(it.of), accountId(it.to), it.relation, at(it.since), at(it.until), at(it.ended)],
    );
  for (const [index, it] of world.duties.entries())
    await insert(
      `INSERT INTO duty (id, team_id, account_id, from_at, until_at, ended_at, ended_by, named_by, named_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $5, $6, $7, $2, $4)`,
      ...[teamId(it.team), accountId(it.account), ...beginOf(it, index), at(it.until), ...endOf(it)],
    );
  for (const [index, it] of world.leaves.entries())
    await insert(
      `INSERT INTO substitution (id, absent_id, substitute_id, team_ids, from_at, until_at, ended_at, ended_by, named_by, named_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $6, $7, $8, $1, $5)`,
      ...[accountId(it.absent), accountId(it.substitute), it.teams.map(teamId)],
      ...[...beginOf(it, index), at(it.until), ...endOf(it)],
    );
  for (const it of world.glass)
    await insert(
      `INSERT INTO break_glass (id, case_file_id, team_id, account_id, reason, key_id, words, opened_at, until_at, review_due_at,
                                ended_at, ended_by)
       SELECT gen_random_uuid(), c.id, c.team_id, $2, 'child-present', c.id, 'x', $3, $4, $4, $5, $6 FROM case_file c WHERE c.id = $1`,
      ...[caseId(it.of), accountId(it.account), at(it.since), at(it.until), ...endOf(it)],
    );
  for (const [n, { state, auditors, cases }] of world.missions.entries()) {
    const id = missionId(n);
    await insert(
      `INSERT INTO mission (id, reference, state, team_ids, auditor_ids, period_from, period_to, protocols, method, key_id, content,
                            created_by, created_at, opened_by, opened_at, frame, frame_hash, closed_by, closed_at)
       VALUES ($1, $2, $3, $4, $5, '2025-01-01', '2025-12-31', '{}', 'all', $1, 'x', $6, $7, $8, $9, $10, $11, $12, $13)`,
      ...[id, `M-${String(n)}`, state, [teamId(0)], auditors.map(accountId), accountId(99), at(now - HOUR)],
      ...(state === 'draft' ? [null, null, null, null] : [accountId(99), at(now - HOUR), [], '']),
      ...(state === 'closed' ? [accountId(99), at(now)] : [null, null]),
    );
    await insert(
      `INSERT INTO mission_case (mission_id, case_file_id, team_id, place, alias)
       SELECT $1, c.id, c.team_id, row_number() OVER (), c.id::text FROM case_file c WHERE c.id = ANY ($2::uuid[])`,
      id,
      cases.map(caseId),
    );
  }
  await client.query(`SET LOCAL session_replication_role = origin`);
}
