import type { EntityManager } from 'typeorm';
import type { Account, Reach } from './actor';

/** What this account reaches at this moment of the space's clock, epoch milliseconds. Ask as `system:session`. */
export async function findReach(manager: EntityManager, account: Account, now: number): Promise<Reach> {
  const [reach]: Reach[] = await manager.query(FIND, [
    account.id,
    new Date(now),
    account.roles.includes('supervisor'),
  ]);
  if (!reach) throw new Error('no reach');
  return reach;
}

const FIND = `
  WITH absent AS (
    SELECT s.absent_id AS id, a.roles, s.team_ids FROM substitution s JOIN account a ON a.id = s.absent_id
     WHERE s.substitute_id = $1 AND s.ended_at IS NULL AND s.from_at <= $2 AND s.until_at > $2
       -- Whoever left lends nothing any more.
       AND account_is_open(a))
  SELECT ARRAY(SELECT DISTINCT team_id FROM duty
                WHERE account_id = $1 AND ended_at IS NULL AND from_at <= $2 AND until_at > $2) AS "dutyTeamIds",
         (SELECT coalesce(json_agg(json_build_object('accountId', id, 'teamIds', team_ids)), '[]') FROM absent) AS "standsInFor",
         ARRAY(SELECT DISTINCT m.team_id FROM absent JOIN team_member m ON m.account_id = absent.id
                WHERE $3::boolean AND 'supervisor' = ANY (absent.roles)
                  AND m.team_id = ANY (absent.team_ids)) AS "supervisedTeamIds",
         ARRAY(SELECT case_file_id FROM recusal WHERE account_id = $1 AND lifted_at IS NULL
               UNION
               SELECT r.case_file_id FROM restriction r WHERE r.ended_at IS NULL AND $1 <> ALL (r.circle)) AS "barredIds",
         ARRAY(SELECT b.case_file_id FROM break_glass b
                WHERE b.account_id = $1 AND b.ended_at IS NULL AND b.until_at > $2
                  AND NOT EXISTS (SELECT 1 FROM recusal c WHERE c.account_id = $1 AND c.case_file_id = b.case_file_id
                                                            AND c.lifted_at IS NULL)) AS "rescuedIds"`;
