import type { EntityManager } from 'typeorm';
import { accountActor } from '../../../platform/unit/account-actor';
import type { Account } from '../../../platform/unit/actor';
import { rows } from '../../../platform/data/statement';
import { Refusal } from '../../../platform/refusals/refusal';

const CLOSED = {
  code: 'closed-account',
  text: { fr: 'Ce compte est fermé.', en: 'This account is closed.' },
};

/** The account with its rights as they are now, for what goes on in its name while it may be away; `not-allowed` once it is not open any more. */
export const accountInAbsence =
  (id: string) =>
  async (manager: EntityManager): Promise<Account> => {
    if (!(await OPEN_ACCOUNT.first(manager, [id]))) throw new Refusal('not-allowed', { reasons: [CLOSED] });
    return accountActor(manager, id);
  };

const OPEN_ACCOUNT = rows<{ readonly id: string }>({ id: 'uuid' }).from(
  `SELECT a.id FROM account a WHERE a.id = $1 AND account_is_open(a)`,
);
