import { Injectable } from '@nestjs/common';
import { type AnswerColumns, rows } from '../platform/data/statement';
import { UnitOfWork } from '../platform/unit/unit-of-work';

/** A referral to the account that asks, open now. */
export interface OwnReferral {
  readonly caseFileId: string;
  readonly since: Date;
  readonly until: Date;
  /** Its line in the register of sharing. */
  readonly sharingId: string;
  /** Where the list goes on behind it. */
  readonly place: string;
}

/** What is referred to the account that asks, by the space's clock; what bars it from a case is the policies' to know. */
@Injectable()
export class OwnReferralsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  findReferral(caseFileId: string, sharingId: string): Promise<OwnReferral | null> {
    return ONE.first(this.unit.manager, [...this.mine(), caseFileId, sharingId]);
  }

  /** The nearest end first. */
  listReferrals(
    after: readonly [until: string, id: string] | null,
    limit: number,
  ): Promise<readonly OwnReferral[]> {
    return LIST.readRows(this.unit.manager, [...this.mine(), after?.[0] ?? null, after?.[1] ?? null, limit]);
  }

  private mine(): readonly unknown[] {
    return [this.unit.account.id, new Date(this.unit.now())];
  }
}

const SELECT = `
  SELECT a.case_file_id AS "caseFileId", a.since, a.until_at AS until, a.sharing_id AS "sharingId", a.until_at::text AS place
    FROM assignment a
   WHERE a.account_id = $1 AND a.relation = 'partner' AND a.ended_at IS NULL AND a.until_at > $2`;

const REFERRAL: AnswerColumns<OwnReferral> = {
  ...{ caseFileId: 'uuid', since: 'timestamptz', until: 'timestamptz!', sharingId: 'uuid!', place: 'text' },
};

const ONE = rows<OwnReferral>(REFERRAL).from(`${SELECT} AND a.case_file_id = $3 AND a.sharing_id = $4`);

const LIST = rows<OwnReferral>(REFERRAL).from(
  `${SELECT} AND ($3::text IS NULL OR (a.until_at, a.sharing_id) > ($3::text::timestamptz, $4::uuid))
    ORDER BY a.until_at, a.sharing_id LIMIT $5`,
);
