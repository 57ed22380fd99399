import { ACCOUNT_ROLES, type AccountRole } from '@repere/access';
import type { EntityManager } from 'typeorm';
import {
  type Account,
  type AccountActor,
  type Actor,
  contextRights,
  securityContext,
  type SystemActorId,
} from './actor';
import { ENTER_ACCOUNT } from './enter-account.query';

/** Finds out who acts and tells the database, first of all in a transaction. `now`: the space's clock, epoch milliseconds. */
export type Enter = (manager: EntityManager, now: number) => Promise<Actor>;

/** Of each role what the policies ask, as `enter_account` takes it. */
export const CONTEXT_RIGHTS = JSON.stringify(
  Object.fromEntries(ACCOUNT_ROLES.map((role: AccountRole) => [role, contextRights([role])])),
);

/** Tells the database who acts, until the transaction ends. Without it every case-bound table raises. */
export async function setSecurityContext(manager: EntityManager, actor: Actor, now: number): Promise<void> {
  await manager.query(`SELECT set_config('app.ctx', $1, true)`, [securityContext(actor, now)]);
}

/** As a system actor. */
export const enterAs =
  (id: SystemActorId): Enter =>
  async (manager, now) => {
    const actor: Actor = { kind: 'system', id };
    await setSecurityContext(manager, actor, now);
    return actor;
  };

/** As an account that is found by `system:session`; with what it reaches at that moment. */
export const enterFound =
  (find: (manager: EntityManager) => Promise<Account>): Enter =>
  async (manager, now) => {
    await enterAs('system:session')(manager, now);
    return enterAccount(manager, await find(manager), now);
  };

/** What this account reaches at this moment; from here on it acts. */
export async function enterAccount(
  manager: EntityManager,
  account: Account,
  now: number,
): Promise<AccountActor> {
  const { id, roles, teams } = account;
  const row = await ENTER_ACCOUNT.first(manager, [
    ...[id, roles, teams.map((team) => team.id), new Date(now).toISOString(), CONTEXT_RIGHTS],
  ]);
  if (!row) throw new Error('no reach');
  return { ...account, effectiveScope: row.effectiveScope };
}
