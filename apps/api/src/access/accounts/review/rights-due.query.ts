import { Injectable } from '@nestjs/common';
import { rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { TEAMS_OF_ACCOUNT } from '../administration/account-rows.query';
import type { RightsDueDto } from './rights-review.dto';

/** From this long before the year is over. */
const SHOWN_BEFORE = `interval '30 days'`;

type DueRow = Omit<RightsDueDto, 'dueAt' | 'lastReviewed'> & {
  readonly due: Date;
  readonly last_at: Date | null;
  readonly last_by: string | null;
};

/** Accounts whose rights somebody has to confirm within thirty days. By machine time. */
@Injectable()
export class RightsDueQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Never the reader's own; `teamIds`: their members, `null`: everybody. */
  listDueReviews(readerId: string, teamIds: readonly string[] | null): Promise<readonly DueRow[]> {
    return LIST.readRows(this.unit.manager, [readerId, teamIds]);
  }
}

const LIST = rows<DueRow>({
  ...{ accountId: 'uuid', login: 'text', name: 'text', roles: 'text[]', teams: 'json', due: 'timestamptz' },
  ...{ isOverdue: 'boolean', last_at: 'timestamptz?', last_by: 'text?' },
}).from(`
  SELECT a.id AS "accountId", a.login, a.name, a.roles, ${TEAMS_OF_ACCOUNT} AS teams,
         a.rights_confirmed_at + interval '1 year' AS due, a.rights_confirmed_at + interval '1 year' <= now() AS "isOverdue",
         r.at AS last_at, by.name AS last_by
    FROM account a
    LEFT JOIN LATERAL (SELECT at, reviewed_by FROM rights_review WHERE account_id = a.id ORDER BY at DESC LIMIT 1) r ON true
    LEFT JOIN account by ON by.id = r.reviewed_by
   WHERE account_is_open(a) AND a.id <> $1 AND a.rights_confirmed_at + interval '1 year' <= now() + ${SHOWN_BEFORE}
     AND ($2::uuid[] IS NULL OR EXISTS (SELECT 1 FROM team_member m WHERE m.account_id = a.id AND m.team_id = ANY ($2)))
   ORDER BY a.rights_confirmed_at, a.id LIMIT 500`);
