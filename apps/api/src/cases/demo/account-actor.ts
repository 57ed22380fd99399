import { randomUUID } from 'node:crypto';
import type { AccountRole } from '@repere/access';
import type { EntityManager } from 'typeorm';
import type { Account } from '../../platform/actor';
import type { Space } from '../../platform/spaces';
import type { Door } from '../../platform/unit';

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

/** A unit of work of a demo account at that moment. `accounts`: ids by login. */
export function accountDoor(
  space: Space,
  accounts: ReadonlyMap<string, string>,
  login: string,
  at: number,
): Door {
  const id = accounts.get(login);
  if (id === undefined) throw new Error(`no demo account ${login}`);
  return {
    space: { ...space, fixedNow: at },
    correlation: randomUUID(),
    identify: (manager: EntityManager) => accountActor(manager, id),
  };
}
