import type { EntityManager } from 'typeorm';
import type { Account, Reach } from './actor';

/** What this account reaches at this moment of the space's clock, epoch milliseconds. Ask as `system:session`. */
export async function findReach(manager: EntityManager, account: Account, now: number): Promise<Reach> {
  const [reach]: Reach[] = await manager.query(FIND, [account.id, new Date(now)]);
  if (!reach) throw new Error('no reach');
  return reach;
}

const FIND = `
  WITH tied AS (SELECT team_id, relation, instead_of FROM team_relation_now WHERE account_id = $1)
  SELECT ARRAY(SELECT DISTINCT team_id FROM tied WHERE relation = 'on-duty') AS "dutyTeamIds",
         (SELECT coalesce(json_agg(json_build_object('accountId', instead_of, 'teamIds', team_ids)), '[]')
            FROM (SELECT instead_of, array_agg(DISTINCT team_id) AS team_ids FROM tied
                   WHERE relation = 'substitute' GROUP BY instead_of) AS absent) AS "standsInFor",
         ARRAY(SELECT DISTINCT team_id FROM tied
                WHERE relation = 'supervisor' AND instead_of IS NOT NULL) AS "supervisedTeamIds",
         ARRAY(SELECT case_file_id FROM recusal WHERE account_id = $1 AND lifted_at IS NULL
               UNION
               SELECT r.case_file_id FROM restriction r WHERE r.ended_at IS NULL AND $1 <> ALL (r.circle)) AS "barredIds",
         ARRAY(SELECT b.case_file_id FROM break_glass b
                WHERE b.account_id = $1 AND b.ended_at IS NULL AND b.until_at > $2
                  AND NOT EXISTS (SELECT 1 FROM recusal c WHERE c.account_id = $1 AND c.case_file_id = b.case_file_id
                                                            AND c.lifted_at IS NULL)) AS "rescuedIds"`;
