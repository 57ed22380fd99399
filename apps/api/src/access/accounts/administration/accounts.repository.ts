import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Any, Repository } from 'typeorm';
import { Refusal } from '../../../platform/refusals/refusal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { TeamEntity } from '../../entities/accounts/team.entity';
import { type LockedAccount, LockedAccountsQuery } from './locked-accounts.query';
import { invalidValue } from '../../../platform/refusals/invalid-value';

/** Accounts to be changed, one at a time. */
@Injectable()
export class AccountsRepository {
  constructor(
    @InjectRepository(TeamEntity) private readonly teams: Repository<TeamEntity>,
    private readonly query: LockedAccountsQuery,
    private readonly unit: UnitOfWork,
  ) {}

  /** The account, held until the transaction ends; `not-found` when there is none. */
  async lock(id: string): Promise<LockedAccount> {
    this.unit.notes({ account: id });
    const row = await this.query.lock(id);
    if (!row) throw new Refusal('not-found');
    return row;
  }

  /** Whether it holds, or waits for, a role that two people give. */
  decidesOverOthers(id: string): Promise<boolean> {
    return this.query.decidesOverOthers(id);
  }

  /** Refuses when nobody else could administer accounts any more. */
  async keepAnAdministrator(without: string): Promise<void> {
    if (!(await this.query.hasOtherAdministrator(without)))
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
    const known = await this.teams.countBy({ id: Any([...ids]) });
    if (known < ids.length)
      throw invalidValue('teamIds', 'Une de ces équipes n’existe pas.', 'One of these teams does not exist.');
  }
}

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
