import { randomUUID } from 'node:crypto';
import { accountActor } from '../platform/unit/account-actor';
import { enterFound } from '../platform/unit/enter';
import type { Space } from '../platform/spaces/spaces';
import type { RequestContext } from '../platform/unit/unit';

/** A unit of work of a demo account at that moment. `accounts`: ids by login. */
export function accountContext(
  space: Space,
  accounts: ReadonlyMap<string, string>,
  login: string,
  at: number,
): RequestContext {
  const id = accounts.get(login);
  if (id === undefined) throw new Error(`no demo account ${login}`);
  return {
    space: { ...space, fixedNow: at },
    correlation: randomUUID(),
    enter: enterFound((manager) => accountActor(manager, id)),
  };
}
