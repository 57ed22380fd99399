import { Injectable } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import { GIVEN_BY_TWO } from '@repere/cases';
import { Refusal } from '../../../platform/refusal';
import { UnitOfWork } from '../../../platform/unit-of-work';

/** An account that is about to be changed. */
export interface LockedAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly teamIds: readonly string[];
  readonly hasPassword: boolean;
  /** Whether it belongs to somebody already: a password, an identity at a provider, or a session, ever. */
  readonly isEntered: boolean;
  readonly isDisabled: boolean;
  /** Last day, `YYYY-MM-DD`. */
  readonly endsOn: string | null;
}

/** Accounts to be changed, one at a time. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The account, held until the transaction ends; `not-found` when there is none. */
  async lock(id: string): Promise<LockedAccount> {
    this.unit.notes({ account: id });
    const [row]: LockedAccount[] = await this.unit.manager.query(
      `SELECT a.id, a.login, a.name, a.roles, a.password_hash IS NOT NULL AS "hasPassword", a.disabled_at IS NOT NULL AS "isDisabled",
              a.ends_on::text AS "endsOn",
              a.password_hash IS NOT NULL OR EXISTS (SELECT 1 FROM account_entered WHERE account_id = a.id)
                OR EXISTS (SELECT 1 FROM provider_link WHERE account_id = a.id) AS "isEntered",
              ARRAY(SELECT team_id FROM team_member WHERE account_id = a.id) AS "teamIds"
         FROM account a WHERE a.id = $1 FOR UPDATE`,
      [id],
    );
    if (!row) throw new Refusal('not-found');
    return row;
  }

  /** Whether it holds, or waits for, a role that two people give. */
  async decidesOverOthers(id: string): Promise<boolean> {
    const held: unknown[] = await this.unit.manager.query(
      `SELECT 1 FROM account a WHERE a.id = $1 AND ${DECIDES_OVER_OTHERS}`,
      [id],
    );
    return held.length > 0;
  }

  /** Refuses when nobody else could administer accounts any more. */
  async keepAnAdministrator(without: string): Promise<void> {
    // Two who take each other away at the same moment wait for each other here.
    await this.unit.manager.query(`SELECT pg_advisory_xact_lock(hashtext('repere administrators'))`);
    const others: unknown[] = await this.unit.manager.query(
      `SELECT 1 FROM account a WHERE 'administrator' = ANY (a.roles) AND a.id <> $1 AND account_is_open(a) LIMIT 1`,
      [without],
    );
    if (others.length === 0)
      throw new Refusal('refused', {
        reasons: [
          {
            code: 'last-administrator',
            text: {
              fr: 'C’est le dernier compte d’administration : personne ne pourrait plus gérer les accès.',
              en: 'This is the last administrator’s account: nobody could manage access any more.',
            },
          },
        ],
      });
  }

  /** Teams with these ids; refuses those that aren't there. */
  async knownTeams(ids: readonly string[]): Promise<void> {
    const known: unknown[] = await this.unit.manager.query(`SELECT 1 FROM team WHERE id = ANY ($1::uuid[])`, [
      ids,
    ]);
    if (known.length < ids.length)
      throw new Refusal('invalid', {
        reasons: [
          {
            code: 'invalid-value',
            field: 'teamIds',
            text: { fr: 'Une de ces équipes n’existe pas.', en: 'One of these teams does not exist.' },
          },
        ],
      });
  }
}

/** Of an account `a`, in SQL. */
export const DECIDES_OVER_OTHERS = `(a.roles && '{${GIVEN_BY_TWO.join(',')}}'::text[]
  OR EXISTS (SELECT 1 FROM account_change c WHERE c.account_id = a.id AND c.kind = 'roles' AND c.state = 'waiting'))`;

/** Whether two lists hold the same, in any order. */
export const sameSet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((it) => right.includes(it));

/** Somebody changed it since it was read. */
export const changedMeanwhile = (): Refusal =>
  new Refusal('refused', {
    reasons: [
      {
        code: 'changed-meanwhile',
        text: {
          fr: 'Ce compte a changé entre-temps. Relisez la page, puis recommencez.',
          en: 'This account has changed meanwhile. Read the page again, then start over.',
        },
      },
    ],
  });
