import type { AccountRole } from '@repere/access';
import type { EntityManager } from 'typeorm';
import type { Account } from './actor';

/** An account as it would act if it were signed in. For what is done in its name at another moment: the demo, tests. */
export async function accountActor(manager: EntityManager, id: string): Promise<Account> {
  const [row]: { name: string; roles: AccountRole[]; teams: Account['teams'] }[] = await manager.query(
    `SELECT a.name, a.roles, coalesce((SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'territory', t.territory) ORDER BY t.name)
              FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.account_id = a.id), '[]') AS teams
       FROM account a WHERE a.id = $1`,
    [id],
  );
  if (!row) throw new Error('no such account');
  return { kind: 'account', id, language: 'fr', ...row };
}
